package dev.cortado.benchmarks;

import dev.cortado.data.Dataset;
import dev.cortado.datasets.Mnist;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Evaluation;
import dev.cortado.network.Network;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingRun;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Trains one of the works on MNIST and prints a line for each epoch: its time with shuffling, without evaluation.
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains on MNIST, epoch by epoch.")
final class Train implements Runnable {
    @Parameters(index = "0", description = "${COMPLETION-CANDIDATES}")
    private Work work = Work.W1;

    @Option(names = "--epochs", defaultValue = "4", description = "epochs (${DEFAULT-VALUE})")
    private int epochs = 4;

    @Option(names = "--seed", defaultValue = "1", description = "seed (${DEFAULT-VALUE})")
    private long seed = 1;

    @Mixin
    private final EngineOption option = new EngineOption();

    @Override
    public void run() {
        Mnist mnist = new Mnist();
        Dataset training = mnist.training();
        Dataset test = mnist.test();
        Engine engine = option.engine();
        Network network = work.network(option.plugins(), seed);
        double[] seconds = new double[epochs];
        try (TrainingRun run = Training.of(network).data(training).batchSize(work.batchSize()).epochs(epochs).seed(seed)
                        .engine(engine).start();
                Ops ops = Ops.open(engine)) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                long cpu = Machine.cpuNanos();
                long start = System.nanoTime();
                for (int step = 0; step < run.stepsPerEpoch(); step++) {
                    run.step();
                }
                seconds[epoch - 1] = (System.nanoTime() - start) / 1e9;
                double used = (Machine.cpuNanos() - cpu) / 1e9;
                print("epoch=%d seconds=%.3f cpu_seconds=%.3f acc=%.4f precision=f32 threads=%d", epoch,
                        seconds[epoch - 1], used, Evaluation.of(network, test, ops).accuracy(), option.threads());
            }
        }
        print("precision=f32 threads=%d summary=train epochs=%d first_epoch_seconds=%.3f median_epoch_seconds=%.3f peak_rss_mib=%d",
                option.threads(), epochs, seconds[0], median(seconds), Machine.peakMemory());
    }

    private void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, "peer=%s version=%s work=%s ", option.peer(), Machine.version(), work);
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /// The median of all epochs but the first, as the peers have it.
    private static double median(double[] seconds) {
        double[] rest = seconds.length > 1 ? Arrays.copyOfRange(seconds, 1, seconds.length) : seconds.clone();
        Arrays.sort(rest);
        int middle = rest.length / 2;
        return rest.length % 2 == 1 ? rest[middle] : (rest[middle - 1] + rest[middle]) / 2;
    }
}
