package dev.cortado.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.data.Dataset;
import dev.cortado.data.TensorDataset;
import dev.cortado.network.Network;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    /// One neuron that passes its input on: what goes in is the logit.
    private static final Network PASS = pass("binary_cross_entropy");
    private static final Dataset FOUR = TensorDataset.of(
            Tensor.of(Shape.of(4, 1), -2, -1, 1, 2), Tensor.of(Shape.of(4, 1), 0, 1, 0, 1)).withClasses("no", "yes");

    private static Network pass(String loss) {
        Network network = Network.input(1).layers("dense(1)").loss(loss).build(1);
        network.parameters().value("0.weight").fill(1);
        return network;
    }

    @Test
    void aMetricOfANetworkIsOneLine() {
        assertThat(Evaluation.of(PASS, FOUR, new Accuracy())).isEqualTo(0.5);
        assertThat(Evaluation.of(PASS, FOUR, new RocAuc())).isEqualTo(0.75);
        assertThat(Evaluation.of(PASS, FOUR).accuracy()).isEqualTo(0.5);
    }

    @Test
    void theFirstOfEqualPredictionsCountsAndNanNever() {
        float nan = Float.NaN;
        Tensor prediction = Tensor.of(Shape.of(6, 3), 1, 3, 2, 3, 3, 1, 1, 3, 3, nan, 1, 2, 1, nan, 2, 1, 2, nan);
        assertThat(Accuracy.correct(prediction, ofClass(0))).as("row 1").isEqualTo(1);
        assertThat(Accuracy.correct(prediction, ofClass(1))).as("rows 0 and 2").isEqualTo(2);
        assertThat(Accuracy.correct(prediction, ofClass(2))).isZero();
    }

    /// Six targets.
    private static Tensor ofClass(int column) {
        Tensor targets = Tensor.zeros(Shape.of(6, 3));
        for (int row = 0; row < 6; row++) {
            targets.data()[row * 3 + column] = 1;
        }
        return targets;
    }

    /// More samples than go through at once, and those of a class one after the other, so that batches count differently.
    @Test
    void theLossOfManySamplesIsOneMean() {
        Tensor logits = Tensor.zeros(Shape.of(700, 1));
        Tensor targets = Tensor.zeros(Shape.of(700, 1));
        double sum = 0;
        double count = 0;
        for (int i = 0; i < 700; i++) {
            boolean yes = i >= 300;
            logits.data()[i] = (i % 7 - 3) / 2f;
            targets.data()[i] = yes ? 1 : 0;
            double weight = yes ? 10 : 0.5;
            sum += weight * Math.log1p(Math.exp(yes ? -logits.data()[i] : logits.data()[i]));
            count += weight;
        }
        assertThat(Evaluation.of(pass("binary_cross_entropy([0.5, 10])"), TensorDataset.of(logits, targets)).loss()).isCloseTo(sum / count, within(1e-6));
        assertThat(Evaluation.of(pass("binary_cross_entropy([0, 10])"), TensorDataset.of(logits, Tensor.zeros(Shape.of(700, 1)))).loss()).isZero();
    }

    @Test
    void theCrossEntropyOfManySamplesIsOneMean() {
        Network two = Network.input(2).layers("dense(2)").loss("cross_entropy(class_weights=[0.5, 10])").build(1);
        Tensor weight = two.parameters().value("0.weight");
        System.arraycopy(new float[] {1, 0, 0, 1}, 0, weight.data(), 0, 4);
        Tensor logits = Tensor.zeros(Shape.of(700, 2));
        Tensor targets = Tensor.zeros(Shape.of(700, 2));
        double sum = 0;
        double count = 0;
        for (int i = 0; i < 700; i++) {
            int right = i >= 300 ? 1 : 0;
            float difference = (i % 7 - 3) / 2f;
            logits.data()[2 * i + right] = difference;
            targets.data()[2 * i + right] = 1;
            double counts = right == 1 ? 10 : 0.5;
            sum += counts * Math.log1p(Math.exp(-difference));
            count += counts;
        }
        assertThat(Evaluation.of(two, TensorDataset.of(logits, targets)).loss()).isCloseTo(sum / count, within(1e-6));
    }

    @Test
    void theConfusionMatrixIsWrittenWithItsLabels() {
        ConfusionMatrix matrix = ConfusionMatrix.of(PASS, FOUR);
        assertThat(matrix.labels()).containsExactly("no", "yes");
        assertThat(matrix.rows()).isDeepEqualTo(new long[][] {{1, 1}, {1, 1}});
        assertThat(matrix.fractions()).isDeepEqualTo(new double[][] {{0.5, 0.5}, {0.5, 0.5}});
        assertThat(matrix.toString()).isEqualTo("""
                wanted \\ predicted  no  yes
                no                   1    1
                yes                  1    1
                """);
        assertThat(matrix.report().lines().toList().get(1)).isEqualTo("no            0.500   0.500  0.500        2");
    }

    @Test
    void aClassThatNeverOccursHasFractionsOfZero() {
        ConfusionMatrix matrix = ConfusionMatrix.of(new int[] {0, 0}, new int[] {0, 1}, 3);
        assertThat(matrix.fractions()[2]).containsOnly(0);
        assertThat(matrix.withLabels(List.of("a", "b", "c")).labels()).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> matrix.withLabels(List.of("a"))).hasMessage("1 names do not fit 3 classes");
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[] {3}, new int[] {0}, 3)).hasMessageContaining("no class 3");
    }

    @Test
    void curvesComeFromANetworkToo() {
        assertThat(RocCurve.of(PASS, FOUR, 1).area()).isEqualTo(0.75);
        assertThat(CalibrationCurve.of(PASS, FOUR, 1, 2).bins()).extracting(CalibrationCurve.Bin::samples).containsExactly(2L, 2L);
        assertThatThrownBy(() -> RocCurve.of(PASS, FOUR, 2)).hasMessage("A single column is class 1, not 2");
    }

    @Test
    void negativeScoresAndTiesAreInOrder() {
        RocCurve curve = RocCurve.of(new float[] {-3, -1, -1, 0f, -0f}, new boolean[] {false, false, true, true, true});
        assertThat(curve.area()).isEqualTo(5.5 / 6);
    }

    @Test
    void oneClassAloneHasNoArea() {
        assertThat(RocCurve.of(new float[] {1, 2}, new boolean[] {true, true}).area()).isNaN();
    }

    @Test
    void nothingCannotBeEvaluated() {
        Dataset none = TensorDataset.of(Tensor.zeros(Shape.of(0, 1)), Tensor.zeros(Shape.of(0, 1)));
        assertThatThrownBy(() -> Evaluation.of(PASS, none, new Accuracy())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 samples");
    }

    /// With too few columns as with too many there would be figures, and nothing to show that they mean nothing.
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void targetsOfAnotherShapeAreRefusedByEveryFigure(int columns) {
        Network three = Network.input(1).layers("dense(3)").loss("cross_entropy").build(1);
        Dataset other = TensorDataset.of(Tensor.zeros(Shape.of(4, 1)), Tensor.zeros(Shape.of(4, columns)));
        for (Metric metric : Plugins.load().all(Metric.class)) {
            assertRefused(() -> Evaluation.of(three, other, metric), columns);
        }
        assertRefused(() -> Evaluation.of(three, other), columns);
        assertRefused(() -> ConfusionMatrix.of(three, other), columns);
        assertRefused(() -> RocCurve.of(three, other, 1), columns);
        assertRefused(() -> CalibrationCurve.of(three, other, 1, 2), columns);
    }

    private static void assertRefused(ThrowingCallable figure, int columns) {
        assertThatThrownBy(figure).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The data's targets have the shape [%d], but the network gives [3]", columns);
    }

    @Test
    void inputsOfAnotherShapeAreRefused() {
        Dataset other = TensorDataset.of(Tensor.zeros(Shape.of(4, 2)), Tensor.zeros(Shape.of(4, 1)));
        assertThatThrownBy(() -> Evaluation.of(PASS, other, new Accuracy()))
                .hasMessage("The data's inputs have the shape [2], but the network takes [1]");
    }

    @Test
    void theAverageOfTwoClassesIsNotForThree() {
        ClassCounts counts = ConfusionMatrix.of(new int[] {0}, new int[] {0}, 3).counts();
        assertThatThrownBy(() -> counts.f1(Average.BINARY)).hasMessageContaining("not for 3");
    }

    @Test
    void betterIsLargerOrSmallerByTheMetric() {
        assertThat(new Accuracy().isBetter(0.9, 0.8, 0.05)).isTrue();
        assertThat(new Accuracy().isBetter(0.9, 0.88, 0.05)).isFalse();
        assertThat(new LogLoss().isBetter(0.8, 0.9, 0)).isTrue();
        assertThat(new LogLoss().isBetter(0.8, Double.NaN, 0)).isTrue();
    }
}
