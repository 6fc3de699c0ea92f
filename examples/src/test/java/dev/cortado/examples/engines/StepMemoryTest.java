package dev.cortado.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Engines;
import dev.cortado.examples.Child;
import dev.cortado.network.Network;
import dev.cortado.network.Predictor;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingRun;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Once its shapes have been seen, a step leaves next to nothing for the garbage collector, and a prediction only its result.
///
/// Code on the Vector API puts its vectors on the heap until the compiler has taken it. So these run in a JVM in which whoever calls a method often enough
/// waits until it is compiled: when that is over depends on the number of steps, not on the machine.
class StepMemoryTest {
    private static final Pattern RESULT = Pattern.compile("step=(\\d+) prediction=(\\d+) result=(\\d+)\\s*$");
    private static final int EPOCHS_A_ROUND = 10;
    private static final int MOST_ROUNDS = 80;
    private static final int LIMIT = 1024;
    private static final int PREDICTIONS = 1000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain             | W1
            plain             | W2
            vector(threads=1) | W1
            vector(threads=2) | W1
            vector(threads=1) | W2
            """)
    void aStepAllocatesNextToNothingAndAPredictionItsResult(String engine, String work) throws Exception {
        List<String> flags = new ArrayList<>(Child.VECTOR_API);
        flags.addAll(List.of("-Xbatch", "-XX:+UseSerialGC"));
        Child child = Child.run(flags, Child.classPath(entry -> true), StepMemoryTest.class, engine, work);
        assertThat(child.output()).containsPattern(RESULT);
        MatchResult found = RESULT.matcher(child.output()).results().toList().getLast();
        assertThat(Integer.parseInt(found.group(1))).as("bytes a step").isLessThan(LIMIT);
        assertThat(found.group(2)).as("bytes a prediction, %s", child.output()).isEqualTo(found.group(3));
    }

    /// Trains until epochs are steady, then predicts; prints the bytes that all threads together allocate.
    public static void main(String[] args) {
        Plugins plugins = Plugins.load();
        Engine engine = Engines.choose(plugins, args[0]);
        boolean small = args[1].equals("W1");
        Network network = small
                ? network(plugins, "sgd(0.1)", "flatten", "dense(100, sigmoid)", "dense(10)")
                : network(plugins, "adam(0.001)", "flatten", "dense(512, relu)", "dense(256, relu)", "dense(10)");
        // A whole batch and a short one, so that the compiler sees as much of one as of the other.
        Training training = Training.of(network).data(small ? samples(50 + 20) : samples(128 + 96)).batchSize(small ? 50 : 128)
                .epochs(Integer.MAX_VALUE).seed(1).engine(engine);
        System.out.printf("step=%d prediction=%d result=%d%n", bytesOfAStep(training), bytesOfAPrediction(network, engine), bytesOfAResult());
    }

    private static Network network(Plugins plugins, String optimizer, String... layers) {
        return Network.input(1, 28, 28).plugins(plugins).layers(layers).loss("cross_entropy").optimizer(optimizer).build(1);
    }

    private static TensorDataset samples(int size) {
        Tensor inputs = Tensor.zeros(Shape.of(size, 1, 28, 28));
        Tensor targets = Tensor.zeros(Shape.of(size, 10));
        Randomness randomness = Randomness.seed(3);
        for (int i = 0; i < inputs.elements(); i++) {
            inputs.data()[i] = randomness.uniform(i);
        }
        for (int row = 0; row < size; row++) {
            targets.data()[row * 10 + row % 10] = 1;
        }
        return TensorDataset.of(inputs, targets);
    }

    /// That of the last round: the first in which all is compiled.
    private static long bytesOfAStep(Training training) {
        long bytes = Long.MAX_VALUE;
        try (TrainingRun run = training.start()) {
            int steps = EPOCHS_A_ROUND * run.stepsPerEpoch();
            for (int round = 0; round < MOST_ROUNDS && bytes >= LIMIT; round++) {
                long before = allocated();
                for (int step = 0; step < steps; step++) {
                    run.step();
                }
                bytes = (allocated() - before) / steps;
            }
        }
        return bytes;
    }

    private static long bytesOfAPrediction(Network network, Engine engine) {
        Tensor sample = Tensor.zeros(Shape.of(1, 1, 28, 28));
        try (Predictor predictor = network.predictor(engine)) {
            return least(() -> predictor.predict(sample));
        }
    }

    private static long bytesOfAResult() {
        Shape shape = Shape.of(1, 10);
        Tensor[] kept = new Tensor[1];
        return least(() -> kept[0] = Tensor.zeros(shape));
    }

    /// The smallest of several rounds: what one call allocates at least, and, once all is compiled, at all.
    private static long least(Runnable call) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = allocated();
            for (int i = 0; i < PREDICTIONS; i++) {
                call.run();
            }
            least = Math.min(least, (allocated() - before) / PREDICTIONS);
        }
        return least;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }
}
