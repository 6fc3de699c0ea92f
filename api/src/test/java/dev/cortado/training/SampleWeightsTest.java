package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.data.Dataset;
import dev.cortado.data.Split;
import dev.cortado.data.Subset;
import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Plain;
import dev.cortado.network.Network;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Trainings in which samples or classes count differently: compared with those in which samples are there several times.
class SampleWeightsTest {
    private static final Tensor INPUTS = Tensor.of(Shape.of(4, 2), 0.5, 0, 0, 1, 1, 0.25, -1, 1);
    private static final TensorDataset POINTS = TensorDataset.of(INPUTS, Tensor.of(Shape.of(4, 1), 0, 1, 1, 1));
    private static final TensorDataset CLASSES = TensorDataset.of(INPUTS, Tensor.of(Shape.of(4, 2), 1, 0, 0, 1, 0, 1, 0, 1));

    private static float[] trained(String layer, String loss, Dataset data) {
        Network network = Network.input(2).layers(layer).loss(loss).optimizer("sgd(0.3)").build(5);
        Training.of(network).data(data).batchSize(data.size()).epochs(20).unshuffled().engine(new Plain()).run();
        return network.parameters().value("0.weight").data();
    }

    @Test
    void aSampleOfWeightTwoIsLearnedFromAsIfItWereThereTwice() {
        for (String loss : new String[] {"binary_cross_entropy", "mean_squared_error"}) {
            float[] weighted = trained("dense(1)", loss, POINTS.withWeights(2, 1, 0, 3));
            float[] repeated = trained("dense(1)", loss, Subset.of(POINTS, 0, 0, 1, 3, 3, 3));
            assertThat(weighted).containsExactly(repeated, within(1e-5f));
        }
    }

    @Test
    void weightsAreKeptInASubset() {
        Dataset some = Subset.of(POINTS.withWeights(2, 1, 0, 3), 3, 0);
        assertThat(some.weighted()).isTrue();
        assertThat(some.weight(0)).isEqualTo(3);
        assertThat(some.weight(1)).isEqualTo(2);
        assertThat(POINTS.weighted()).isFalse();
        assertThat(POINTS.weight(1)).isEqualTo(1);
    }

    @Test
    void balancedClassesCountTheSame() {
        float[] balanced = trained("dense(2)", "cross_entropy(class_weights=balanced)", CLASSES);
        assertThat(balanced).containsExactly(trained("dense(2)", "cross_entropy", Subset.of(CLASSES, 0, 0, 0, 1, 2, 3)),
                within(1e-5f));
        assertThat(balanced).isNotEqualTo(trained("dense(2)", "cross_entropy", CLASSES));
    }

    @Test
    void noAndYesAreBalancedToo() {
        float[] balanced = trained("dense(1)", "binary_cross_entropy(balanced)", POINTS);
        assertThat(balanced).containsExactly(
                trained("dense(1)", "binary_cross_entropy", Subset.of(POINTS, 0, 0, 0, 1, 2, 3)), within(1e-5f));
    }

    /// A split at random, which leaves other shares of the classes to learn from than the whole has.
    @Test
    void whatIsHeldBackForValidationTakesNoPartInTheBalance() {
        Subset part = Split.of(CLASSES, 0.5, 4).training();
        assertThat(ofTheFirstClass(part)).as("of 2 samples; of all 4 it is 1, too").isEqualTo(1);
        Network held = balanced("balanced");
        train(Training.of(held, CLASSES).validation(0.5));
        Network alike = balanced("[1, 1]");
        train(Training.of(alike, part));
        assertThat(held.parameters().value("0.weight")).isEqualTo(alike.parameters().value("0.weight"));
    }

    private static Network balanced(String weights) {
        return Network.input(2).layers("dense(2)").loss("cross_entropy(class_weights=" + weights + ")").optimizer("sgd(0.3)").build(5);
    }

    private static void train(Training training) {
        training.seed(4).batchSize(2).epochs(20).unshuffled().engine(new Plain()).run();
    }

    private static double ofTheFirstClass(Subset samples) {
        return IntStream.of(samples.samples()).filter(sample -> sample == 0).count();
    }

    @Test
    void badWeightsAreRefused() {
        assertThatThrownBy(() -> POINTS.withWeights(1, 2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 weights do not fit 4 samples");
        assertThatThrownBy(() -> POINTS.withWeights(1, 2, -3, 4)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sample's weight is a number from 0 on; that of sample 2 is -3.0");
        assertThatThrownBy(() -> POINTS.withWeights(1, 2, Float.NaN, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
