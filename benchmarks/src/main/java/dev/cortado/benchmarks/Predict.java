package dev.cortado.benchmarks;

import dev.cortado.data.Dataset;
import dev.cortado.datasets.Mnist;
import dev.cortado.network.Network;
import dev.cortado.network.Predictor;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Predicts with the network of a work: one sample per call, then 1,000 per call (the peers' W4).
@Command(name = "predict", mixinStandardHelpOptions = true, description = "Predicts one sample, then 1,000, per call.")
final class Predict implements Runnable {
    private static final int CALLS = 4_000_000;
    private static final Shape IMAGE = Shape.of(1, 28, 28);

    @Parameters(index = "0", description = "${COMPLETION-CANDIDATES}")
    private Work work = Work.W1;

    @Mixin
    private final EngineOption option = new EngineOption();

    /// Written only, so that the compiler cannot drop the work.
    @SuppressWarnings("unused")
    private volatile float sink;

    @Override
    public void run() {
        Dataset test = new Mnist().test();
        Tensor[] ones = IntStream.range(0, test.size()).mapToObj(i -> inputs(test, i, i + 1)).toArray(Tensor[]::new);
        Tensor[] thousands = IntStream.range(0, 10).mapToObj(i -> inputs(test, i * 1000, i * 1000 + 1000)).toArray(Tensor[]::new);
        Network network = work.network(option.plugins(), 1);
        try (Predictor predictor = network.predictor(option.engine())) {
            long[] one = times(i -> predictor.predict(ones[i % ones.length]));
            print("batch=1 median_us=%.2f p99_us=%.2f", one[one.length / 2] / 1e3, one[(int) (one.length * 0.99)] / 1e3);
            long[] many = times(i -> predictor.predict(thousands[i % 10]));
            print("batch=1000 samples_per_s=%.0f", 1e12 / many[many.length / 2]);
        }
    }

    private static Tensor inputs(Dataset data, int from, int to) {
        Tensor inputs = Tensor.zeros(IMAGE.batch(to - from));
        Tensor targets = Tensor.zeros(data.targetShape().batch(to - from));
        data.draw(IntStream.range(0, to).toArray(), from, to, inputs, targets);
        return inputs;
    }

    private void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, "peer=%s version=%s work=W4 net=%s ", option.peer(), Machine.version(), work);
        System.out.printf(Locale.ROOT, format + " precision=f32 threads=" + option.threads() + "%n", values);
    }

    /// The sorted times of single calls in nanoseconds: two seconds of warm-up, then three of measurement.
    private long[] times(IntFunction<Tensor> call) {
        int i = 0;
        for (long end = System.nanoTime() + 2_000_000_000L; System.nanoTime() < end; ) {
            sink = call.apply(i++).data()[0];
        }
        long[] times = new long[CALLS];
        int n = 0;
        long end = System.nanoTime() + 3_000_000_000L;
        for (long start = System.nanoTime(); start < end && n < CALLS; ) {
            sink = call.apply(i++).data()[0];
            long now = System.nanoTime();
            times[n++] = now - start;
            start = now;
        }
        long[] sorted = Arrays.copyOf(times, n);
        Arrays.sort(sorted);
        return sorted;
    }
}
