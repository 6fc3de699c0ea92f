package dev.cortado.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.data.TensorDataset;
import dev.cortado.datasets.Mnist;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Engines;
import dev.cortado.evaluation.Score;
import dev.cortado.network.Network;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the course's networks reach, on each engine.
class AccuracyTest {
    private static final Plugins PLUGINS = Plugins.load();
    private static final Tensor POINTS = Tensor.of(Shape.of(4, 2), 0, 0, 0, 1, 1, 0, 1, 1);
    private static final TensorDataset XOR = TensorDataset.of(POINTS, Tensor.of(Shape.of(4, 1), 0, 1, 1, 0));
    private static final TensorDataset ONE_HOT = TensorDataset.of(POINTS, Tensor.of(Shape.of(4, 2), 1, 0, 0, 1, 0, 1, 1, 0));

    @ParameterizedTest
    @ValueSource(strings = {"plain", "ojalgo", "vector"})
    void fourHiddenUnitsLearnXorFromAtLeastNineteenOfTwentySeeds(String engine) {
        assertThat(LongStream.rangeClosed(1, 20).filter(seed -> xorAccuracy(engine, seed) == 1).count())
                .isGreaterThanOrEqualTo(19);
    }

    private static double xorAccuracy(String engine, long seed) {
        Network network = Network.input(2).plugins(PLUGINS).layers("dense(4, tanh)", "dense(2)")
                .loss("cross_entropy").optimizer("adam(0.05)").build(seed);
        return validation(network, ONE_HOT, 4, 500, seed, engine).accuracy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "ojalgo", "vector"})
    void aPerceptronNeverHasMoreThanThreePointsOfXor(String engine) {
        for (long seed = 1; seed <= 20; seed++) {
            Network neuron = Network.input(2).plugins(PLUGINS).layers("dense(1)").loss("perceptron").optimizer("sgd(0.1)").build(seed);
            assertThat(Training.of(neuron).data(XOR).validation(XOR).batchSize(1).epochs(50).seed(seed)
                    .engine(engine(engine)).run())
                    .allSatisfy(epoch -> assertThat(Objects.requireNonNull(epoch.validation()).accuracy()).isLessThanOrEqualTo(0.75));
        }
    }

    @Test
    void bothEnginesReadHandwrittenDigitsEquallyWell() {
        Mnist mnist = new Mnist();
        double vector = mnistAccuracy(mnist, "vector");
        double ojalgo = mnistAccuracy(mnist, "ojalgo");
        assertThat(vector).isGreaterThanOrEqualTo(0.925);
        assertThat(ojalgo).isGreaterThanOrEqualTo(0.925);
        assertThat(Math.abs(vector - ojalgo)).isLessThan(0.005);
    }

    private static double mnistAccuracy(Mnist mnist, String engine) {
        Network network = Network.input(1, 28, 28).plugins(PLUGINS).layers("flatten", "dense(100, sigmoid)", "dense(10)")
                .loss("cross_entropy").optimizer("sgd(0.1)").build(1);
        var last = Training.of(network).data(mnist.training()).validation(mnist.test()).batchSize(50).epochs(4).seed(1)
                .engine(engine(engine)).run().getLast();
        return Objects.requireNonNull(last.validation()).accuracy();
    }

    private static Score validation(Network network, TensorDataset data, int batch, int epochs, long seed, String engine) {
        var last = Training.of(network).data(data).validation(data).batchSize(batch).epochs(epochs).seed(seed)
                .engine(engine(engine)).run().getLast();
        return Objects.requireNonNull(last.validation());
    }

    private static Engine engine(String name) {
        return Engines.choose(PLUGINS, name);
    }
}
