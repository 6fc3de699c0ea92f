package dev.cortado.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.engine.Ops;
import dev.cortado.engine.Plain;
import dev.cortado.plugin.PluginException;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Losses in which classes count differently. Numbers are PyTorch's, those of "balanced" are scikit-learn's.
class ClassWeightsTest {
    private static final Tensor LOGITS = Tensor.of(Shape.of(4, 3), 1, -0.5, 2, 0, 3, -1, 0.25, 0.5, -2, -1, 1.5, 0.75);
    private static final Tensor CLASSES = Tensor.of(Shape.of(4, 3), 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    private static final Tensor LOGIT = Tensor.of(Shape.of(4, 1), 0.5, -1, 2, 0);
    private static final Tensor YES_OR_NO = Tensor.of(Shape.of(4, 1), 1, 1, 0, 0);

    private final Plugins plugins = Plugins.load();

    private static void check(
            Loss loss, Tensor prediction, Tensor target, @Nullable Tensor weights, double value, double... gradient) {
        try (Ops ops = Ops.openPoisoned(new Plain())) {
            Tensor actual = Tensor.zeros(prediction.shape());
            assertThat(loss.evaluate(prediction, target, weights, ops, actual)).isCloseTo(value, within(1e-6));
            for (int i = 0; i < gradient.length; i++) {
                assertThat((double) actual.data()[i]).as("gradient %d", i).isCloseTo(gradient[i], within(1e-6));
            }
        }
    }

    private Loss loss(String text) {
        return plugins.get(Loss.class, text);
    }

    @Test
    void theMeanDividesByTheWeightsUsed() {
        check(loss("cross_entropy(class_weights=[1, 2, 0.5])"), LOGITS, CLASSES, null, 1.2723300033788505,
                0.0317145, 0.0070765, -0.038791, -0.2383468, 0.2340599, 0.004287, 0.2092554, -0.2313108, 0.0220554, 0.0066008,
                0.0804142, -0.087015);
    }

    @Test
    void classWeightsGoWithLabelSmoothing() {
        check(loss("cross_entropy(0.2, [1, 2, 0.5])"), LOGITS, CLASSES, null, 1.3615905713711585,
                0.0235051, -0.0243698, 0.0008647, -0.2046251, 0.2085286, -0.0039035, 0.1751508, -0.1870349, 0.0118841, -0.0083057,
                0.0685247, -0.060219);
    }

    @Test
    void classWeightsGoWithSampleWeights() {
        check(loss("cross_entropy(class_weights=[1, 2, 0.5])"), LOGITS, CLASSES, Tensor.of(Shape.of(4), 1, 3, 0, 2),
                2.349898669006589, 0.0281907, 0.0062902, -0.0344809, -0.6355916, 0.6241597, 0.0114319, 0, 0, 0, 0.0117348,
                0.1429586, -0.1546934);
    }

    @Test
    void noAndYesMayCountDifferently() {
        check(loss("binary_cross_entropy([0.5, 3])"), LOGIT, YES_OR_NO, null, 0.967436230128064, -0.16180314377063373,
                -0.3133108194128592, 0.06291407699842017, 0.03571428571428571);
    }

    @Test
    void aBatchInWhichNothingCountsTeachesNothing() {
        Tensor none = Tensor.zeros(Shape.of(4));
        for (String text : new String[] {"cross_entropy(class_weights=[1, 2, 3])", "cross_entropy", "mean_squared_error"}) {
            check(loss(text), LOGITS, CLASSES, none, 0, new double[12]);
        }
        check(loss("binary_cross_entropy([1, 0])"), LOGIT, Tensor.of(Shape.of(4, 1), 1, 1, 1, 1), null, 0, 0, 0, 0, 0);
    }

    @Test
    void balancedWeightsAreWorkedOutFromTheTargets() {
        Loss entropy = loss("cross_entropy(0.1, balanced)");
        assertThat(entropy.needsBalance()).isTrue();
        CrossEntropy balanced = (CrossEntropy) entropy.balanced(new double[] {1, 2, 5}, 8);
        assertThat(balanced.needsBalance()).isFalse();
        assertThat(balanced.labelSmoothing()).isEqualTo(0.1);
        assertThat(balanced.classWeights().values().stream().mapToDouble(Double::doubleValue).toArray())
                .containsExactly(new double[] {2.66666667, 1.33333333, 0.53333333}, within(1e-8));
        BinaryCrossEntropy binary = (BinaryCrossEntropy) loss("binary_cross_entropy(balanced)").balanced(new double[] {2}, 8);
        assertThat(binary.classWeights().values().stream().mapToDouble(Double::doubleValue).toArray())
                .containsExactly(new double[] {0.66666667, 2}, within(1e-8));
    }

    @Test
    void aClassWithoutSamplesTakesNoPartInTheBalance() {
        assertThat(ClassWeights.balancing(2, 0, 6)).isEqualTo(ClassWeights.of(2, 1, 8.0 / 12));
    }

    @Test
    void untilTheyAreWorkedOutAllClassesCountTheSame() {
        check(loss("cross_entropy(class_weights=balanced)"), LOGITS, CLASSES, null,
                evaluate(loss("cross_entropy"), LOGITS, CLASSES));
        assertThat(loss("cross_entropy").needsBalance()).isFalse();
        assertThat(loss("cross_entropy").balanced(new double[] {1, 2, 5}, 8)).isEqualTo(new CrossEntropy());
    }

    private static double evaluate(Loss loss, Tensor prediction, Tensor target) {
        try (Ops ops = Ops.open(new Plain())) {
            return loss.evaluate(prediction, target, null, ops, Tensor.zeros(prediction.shape()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cross_entropy(class_weights=[1, 2, 0.5]) | cross_entropy(class_weights="[1, 2, 0.5]")
        cross_entropy(0.1, [1, 2]) | cross_entropy(0.1, [1, 2])
        cross_entropy(class_weights=balanced) | cross_entropy(class_weights=balanced)
        cross_entropy(class_weights=none) | cross_entropy
        binary_cross_entropy(class_weights=[1, 1e-5]) | binary_cross_entropy("[1, 1.0E-5]")
        """)
    void weightsComeBackFromTextAndJson(String text, String written) {
        Loss loss = loss(text);
        assertThat(Plugins.text(loss)).isEqualTo(written);
        assertThat(loss(Plugins.text(loss))).isEqualTo(loss);
        assertThat(plugins.get(Loss.class, Plugins.json(loss))).isEqualTo(loss);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cross_entropy(class_weights=[1, -2]) | A class weight is a number from 0 on, not -2
        cross_entropy(class_weights=[1, x]) | class weights are numbers, not [1, x]
        cross_entropy(class_weights=[0, 0]) | At least one class must have a weight above 0, of [0.0, 0.0]
        cross_entropy(class_weights=auto) | class weights are balanced, none, or a number for each class such as [1, 2, 0.5], not auto
        binary_cross_entropy([1, 2, 3]) | binary_cross_entropy takes two class weights, for 0 and for 1, not [1, 2, 3]
        """)
    void badWeightsAreRefused(String text, String message) {
        assertThatThrownBy(() -> loss(text)).isInstanceOf(PluginException.class).hasMessageContaining(message);
    }

    @Test
    void asManyWeightsAsClassesAreWanted() {
        assertThatThrownBy(() -> evaluate(loss("cross_entropy(class_weights=[1, 2])"), LOGITS, CLASSES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cross_entropy has weights for 2 classes, the targets [4, 3] are of 3");
        assertThatThrownBy(() -> evaluate(loss("binary_cross_entropy([1, 2])"), LOGITS, CLASSES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are for one column, not for 3");
        assertThatThrownBy(() -> loss("cross_entropy(class_weights=[1, 2])").count(CLASSES))
                .hasMessage("cross_entropy has weights for 2 classes, the targets [4, 3] are of 3");
        assertThatThrownBy(() -> loss("binary_cross_entropy([1, 2])").count(CLASSES)).hasMessageContaining("are for one column");
    }

    @Test
    void aBatchCountsWhatItsRowsCountWithTheirClasses() {
        assertThat(loss("cross_entropy").count(CLASSES)).isEqualTo(4);
        assertThat(loss("cross_entropy(class_weights=balanced)").count(CLASSES)).isEqualTo(4);
        assertThat(loss("cross_entropy(class_weights=[1, 2, 4])").count(Tensor.of(Shape.of(2, 3), 0, 1, 0, 0.5, 0, 0.5))).isEqualTo(4.5);
        assertThat(loss("binary_cross_entropy").count(Tensor.of(Shape.of(3, 1), 0, 1, 1))).isEqualTo(3);
        assertThat(loss("binary_cross_entropy([0.5, 3])").count(Tensor.of(Shape.of(3, 1), 0, 1, 1))).isEqualTo(6.5);
    }
}
