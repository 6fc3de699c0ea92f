package dev.cortado.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.plugin.PluginException;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Statistics of 40,000 numbers, for 100 that flow into a unit and 400 that flow out.
class InitializersTest {
    private static final int COUNT = 40_000;

    private static Tensor filled(String text, Shape shape, long seed) {
        Tensor tensor = Tensor.zeros(shape);
        Plugins.load().get(Initializer.class, text).fill(tensor, 100, 400, Randomness.seed(seed));
        return tensor;
    }

    private static double[] sample(String text) {
        Tensor tensor = filled(text, Shape.of(100, 400), 3);
        return IntStream.range(0, COUNT).mapToDouble(i -> tensor.data()[i]).toArray();
    }

    private static double moment(double[] values, double mean, int power) {
        double sum = 0;
        for (double value : values) {
            sum += Math.pow(value - mean, power);
        }
        return sum / values.length;
    }

    /// Five standard errors either way. A uniform distribution has a fourth moment of 1.8 σ⁴, a normal one of 3 σ⁴.
    @ParameterizedTest
    @CsvSource({"glorot_uniform, 0, 0.004, 1.8", "glorot_normal, 0, 0.004, 3", "he_uniform, 0, 0.02, 1.8", "he_normal, 0, 0.02, 3",
        "lecun_uniform, 0, 0.01, 1.8", "lecun_normal, 0, 0.01, 3", "'uniform(1, 3)', 2, 0.3333333, 1.8", "'normal(-2, 0.5)', -2, 0.25, 3",
        "sklearn_uniform, 0, 0.004, 1.8", "sklearn_uniform(true), 0, 0.0013333, 1.8"})
    void meanVarianceAndFormAreThoseOfTheDistribution(String text, double mean, double variance, double form) {
        double[] values = sample(text);
        assertThat(moment(values, 0, 1)).isCloseTo(mean, within(5 * Math.sqrt(variance / COUNT)));
        assertThat(moment(values, mean, 2)).isCloseTo(variance, within(5 * variance * Math.sqrt((form - 1) / COUNT)));
        assertThat(moment(values, mean, 4) / variance / variance).isCloseTo(form, within(0.3));
    }

    @ParameterizedTest
    @CsvSource({"glorot_uniform, 6, 500", "he_uniform, 6, 100", "lecun_uniform, 3, 100", "sklearn_uniform, 6, 500",
        "sklearn_uniform(true), 2, 500"})
    void uniformOnesReachTheirLimitAndNotBeyond(String text, double numerator, double fan) {
        double limit = Math.sqrt(numerator / fan);
        double[] values = sample(text);
        assertThat(Arrays.stream(values).max().orElseThrow()).isBetween(0.999 * limit, 1.000001 * limit);
        assertThat(Arrays.stream(values).min().orElseThrow()).isBetween(-1.000001 * limit, -0.999 * limit);
    }

    @Test
    void constantsAreConstant() {
        assertThat(filled("constant(0.5)", Shape.of(3), 1).data()).containsOnly(0.5f);
        assertThat(filled("zeros", Shape.of(3), 1).data()).containsOnly(0);
        assertThat(filled("ones", Shape.of(3), 1).data()).containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 7, 1", "40, 9, 1", "9, 40, 1.5", "128, 128, 1"})
    void theShorterSideOfAnOrthogonalMatrixIsOrthonormal(int rows, int columns, double gain) {
        Tensor matrix = filled("orthogonal(%s)".formatted(gain), Shape.of(rows, columns), 2);
        int count = Math.min(rows, columns);
        for (int a = 0; a < count; a++) {
            for (int b = a; b < count; b++) {
                double product = 0;
                for (int i = 0; i < Math.max(rows, columns); i++) {
                    product += rows >= columns ? (double) matrix.get(i, a) * matrix.get(i, b)
                            : (double) matrix.get(a, i) * matrix.get(b, i);
                }
                assertThat(product).as("vectors %d and %d", a, b).isCloseTo(a == b ? gain * gain : 0, within(2e-6));
            }
        }
    }

    @Test
    void theFiltersOfAConvolutionAreOrthogonal() {
        Tensor filters = filled("orthogonal", Shape.of(4, 2, 3, 3), 2);
        assertThat(filters.data()).isEqualTo(filled("orthogonal", Shape.of(4, 18), 2).data());
    }

    /// Of all turns and mirrorings of the line, half are mirrorings; of those of the plane, the first column points anywhere.
    @Test
    void allOrthogonalMatricesAreEquallyLikely() {
        int mirrored = 0;
        int[] quarter = new int[4];
        for (int seed = 0; seed < 400; seed++) {
            mirrored += filled("orthogonal", Shape.of(1, 1), seed).data()[0] < 0 ? 1 : 0;
            Tensor plane = filled("orthogonal", Shape.of(2, 2), seed);
            quarter[(plane.get(0, 0) < 0 ? 1 : 0) + (plane.get(1, 0) < 0 ? 2 : 0)]++;
        }
        assertThat(mirrored).isBetween(150, 250);
        for (int count : quarter) {
            assertThat(count).isBetween(60, 140);
        }
    }

    @Test
    void equalSeedsGiveEqualNumbersAndOtherSeedsOthers() {
        for (Initializer each : Plugins.load().all(Initializer.class)) {
            String text = Plugins.text(each);
            Tensor first = filled(text, Shape.of(5, 4), 1);
            assertThat(filled(text, Shape.of(5, 4), 1)).as(text).isEqualTo(first);
            if (!text.equals("zeros") && !text.equals("ones") && !text.equals("constant")) {
                assertThat(filled(text, Shape.of(5, 4), 2)).as(text).isNotEqualTo(first);
            }
        }
    }

    @Test
    void anEmptyTensorIsNoTrouble() {
        for (Initializer each : Plugins.load().all(Initializer.class)) {
            for (Shape shape : new Shape[] {Shape.of(0), Shape.of(0, 3), Shape.of(3, 0)}) {
                assertThat(filled(Plugins.text(each), shape, 1).elements()).isZero();
            }
        }
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> filled("uniform(1, 0)", Shape.of(1), 1)).isInstanceOf(PluginException.class)
                .hasMessageContaining("The minimum of uniform, 1.0, is above its maximum, 0.0");
        assertThatThrownBy(() -> filled("orthogonal(0)", Shape.of(1), 1)).isInstanceOf(PluginException.class);
        assertThatThrownBy(() -> filled("normal(0, -1)", Shape.of(1), 1)).isInstanceOf(PluginException.class);
    }
}
