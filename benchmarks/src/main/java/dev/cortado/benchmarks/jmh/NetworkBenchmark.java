package dev.cortado.benchmarks.jmh;

import dev.cortado.benchmarks.Work;
import dev.cortado.data.Dataset;
import dev.cortado.data.TensorDataset;
import dev.cortado.network.Network;
import dev.cortado.network.Predictor;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingRun;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A step of training, a prediction, and the drawing of a batch, with the networks W1 and W2 and samples of the size of MNIST's.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets it up
public class NetworkBenchmark {
    private static final int SAMPLES = 1000;

    @Param({"W1", "W2"})
    Work work;

    private final int[] order = IntStream.range(0, SAMPLES).toArray();
    private final Tensor sample = Opened.random(1, 1, 28, 28);
    private Dataset data;
    private Tensor inputs;
    private Tensor targets;
    private TrainingRun run;
    private Predictor predictor;

    /// Builds the network and starts its training.
    @Setup
    public void build(Opened engine) {
        Tensor classes = Tensor.zeros(Shape.of(SAMPLES, 10));
        for (int row = 0; row < SAMPLES; row++) {
            classes.data()[row * 10 + row % 10] = 1;
        }
        data = TensorDataset.of(Opened.random(SAMPLES, 1, 28, 28), classes);
        inputs = Tensor.zeros(Shape.of(work.batchSize(), 1, 28, 28));
        targets = Tensor.zeros(Shape.of(work.batchSize(), 10));
        Network network = work.network(engine.plugins, 1);
        run = Training.of(network).data(data).batchSize(work.batchSize()).epochs(Integer.MAX_VALUE).engine(engine.chosen).start();
        predictor = network.predictor(engine.chosen);
    }

    /// Closes both.
    @TearDown
    public void close() {
        run.close();
        predictor.close();
    }

    /// A mini-batch is learned from.
    @Benchmark
    public boolean step() {
        return run.step();
    }

    /// One sample is predicted.
    @Benchmark
    public Tensor predict() {
        return predictor.predict(sample);
    }

    /// A mini-batch is drawn.
    @Benchmark
    public Tensor draw() {
        data.draw(order, 0, work.batchSize(), inputs, targets);
        return inputs;
    }
}
