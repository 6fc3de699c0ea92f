package dev.cortado.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engines;
import dev.cortado.examples.Child;
import dev.cortado.network.Network;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same seed on the same engine: the same weights, bit for bit, compiled or interpreted, on any number of threads.
class SameBitsTest {
    /// Inputs so many that a mini-batch of them is drawn while the one before is learned from.
    private static final int SAMPLES = 120, INPUTS = 350;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "ojalgo", "vector"})
    void aSecondRunAndAnInterpretedOneEndInTheSameWeights(String engine) throws Exception {
        String first = hash(engine);
        assertThat(first).matches("-?\\d+");
        assertThat(hash(engine)).isEqualTo(first);
        assertThat(hash(engine, "-Xint")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ojalgo", "vector"})
    void theNumberOfThreadsChangesNothing(String engine) throws Exception {
        String one = hash(engine + "(threads=1)");
        assertThat(hash(engine + "(threads=2)")).isEqualTo(one);
        assertThat(hash(engine + "(threads=3)")).isEqualTo(one);
    }

    private static String hash(String engine, String... flags) throws Exception {
        List<String> all = new ArrayList<>(Child.VECTOR_API);
        all.addAll(List.of(flags));
        Child child = Child.run(all, Child.classPath(entry -> true), SameBitsTest.class, engine);
        assertThat(child.exitCode()).as(child.output()).isZero();
        return child.output().lines().toList().getLast();
    }

    /// Trains a small network whose products are large enough for every path of an engine, and prints a hash of its weights.
    public static void main(String[] args) {
        Plugins plugins = Plugins.load();
        Network network = Network.input(INPUTS).plugins(plugins)
                .layers("dense(70, sigmoid)", "dropout(0.1)", "dense(33, gelu)", "dense(30, relu)", "dense(10)")
                .loss("cross_entropy").optimizer("adam(0.01)").build(7);
        Training.of(network).data(samples()).batchSize(50).epochs(2).seed(5).engine(Engines.choose(plugins, args[0])).run();
        int hash = 1;
        for (Parameter parameter : network.parameters()) {
            hash = 31 * hash + Arrays.hashCode(parameter.value().data());
        }
        System.out.println(hash);
    }

    private static TensorDataset samples() {
        Tensor inputs = Tensor.zeros(Shape.of(SAMPLES, INPUTS));
        Tensor targets = Tensor.zeros(Shape.of(SAMPLES, 10));
        Randomness randomness = Randomness.seed(1);
        for (int i = 0; i < inputs.elements(); i++) {
            inputs.data()[i] = (float) randomness.normal(i);
        }
        for (int row = 0; row < SAMPLES; row++) {
            targets.data()[row * 10 + row % 10] = 1;
        }
        return TensorDataset.of(inputs, targets);
    }
}
