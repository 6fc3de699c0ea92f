package dev.cortado.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class PenaltyAndClippingTest {
    private final Parameters parameters = Parameters.of(List.of(
            parameter("0.weight", Parameter.Role.WEIGHT, 3, -4, 0),
            parameter("0.bias", Parameter.Role.BIAS, 2),
            parameter("1.weight", Parameter.Role.WEIGHT, 1, -1),
            parameter("1.mean", Parameter.Role.BUFFER, 100)));

    private static Parameter parameter(String name, Parameter.Role role, double... values) {
        return new Parameter(name, role, Tensor.of(Shape.of(values.length), values));
    }

    private float[] gradient(String name) {
        return parameters.get(name).gradient().data();
    }

    private void gradients(float value) {
        parameters.forEach(parameter -> parameter.gradient().fill(value));
    }

    @Test
    void l2CostsHalfTheSquaresOfAllWeights() {
        gradients(1);
        assertThat(Penalty.l2(0.1).start(parameters).add()).isCloseTo(0.05 * 27, within(1e-9));
        assertThat(gradient("0.weight")).containsExactly(new float[] {1.3f, 0.6f, 1}, within(1e-6f));
        assertThat(gradient("0.bias")).containsExactly(1);
        assertThat(gradient("1.mean")).containsExactly(1);
    }

    @Test
    void l1CostsTheMagnitudesAndHasNoSlopeAtZero() {
        gradients(0);
        assertThat(Penalty.l1(0.1).start(parameters).add()).isCloseTo(0.9, within(1e-9));
        assertThat(gradient("0.weight")).containsExactly(new float[] {0.1f, -0.1f, 0}, within(1e-7f));
    }

    @Test
    void aPatternChoosesOtherParametersButNeverBuffers() {
        gradients(0);
        assertThat(Penalty.l2(1).on("1").start(parameters).add()).isCloseTo(1, within(1e-9));
        assertThat(Penalty.l2(1).on("*.bias").start(parameters).add()).isCloseTo(2, within(1e-9));
        assertThat(gradient("0.weight")).containsExactly(0, 0, 0);
        assertThat(gradient("0.bias")).containsExactly(2);
        assertThatThrownBy(() -> Penalty.l1(1).on("2").start(parameters)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.weight");
    }

    @Test
    void partOfAPenaltyIsPartOfItsCostAndGradient() {
        gradients(0);
        assertThat(Penalty.l2(1).start(parameters).add(0.25)).isCloseTo(13.5 / 4, within(1e-9));
        assertThat(gradient("1.weight")).containsExactly(0.25f, -0.25f);
    }

    @Test
    void whatIsFrozenCostsNothing() {
        gradients(0);
        parameters.get("0.weight").freeze(true);
        assertThat(Penalty.l2(1).start(parameters).add()).isCloseTo(1, within(1e-9));
        assertThat(gradient("0.weight")).containsExactly(0, 0, 0);
    }

    @Test
    void aPenaltyOnNegativeStrengthIsRefused() {
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Penalty.l1(bad)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not " + bad + " and 0.0");
        }
    }

    @Test
    void theNormIsThatOfAllTrainableGradientsTogether() {
        gradients(2);
        assertThat(Gradients.norm(parameters)).isCloseTo(Math.sqrt(24), within(1e-12));
        parameters.get("0.weight").freeze(true);
        assertThat(Gradients.norm(parameters)).isCloseTo(Math.sqrt(12), within(1e-12));
    }

    @Test
    void clippingByNormKeepsTheDirection() {
        gradients(2);
        gradient("0.bias")[0] = 0;
        assertThat(new Clipping.ByNorm(1).clip(parameters)).isCloseTo(Math.sqrt(20), within(1e-12));
        assertThat(gradient("0.weight")).containsExactly(new float[] {0.4472136f, 0.4472136f, 0.4472136f}, within(1e-7f));
        assertThat(gradient("0.bias")).containsExactly(0);
        assertThat(gradient("1.mean")).containsExactly(2);
    }

    @Test
    void shortGradientsKeepTheirBits() {
        gradients(0.1f);
        new Clipping.ByNorm(1).clip(parameters);
        new Clipping.ByValue(1).clip(parameters);
        assertThat(gradient("0.weight")).containsExactly(0.1f, 0.1f, 0.1f);
    }

    @Test
    void clippingByValueCutsEveryNumber() {
        gradients(-3);
        gradient("0.weight")[1] = 0.25f;
        new Clipping.ByValue(0.5).clip(parameters);
        assertThat(gradient("0.weight")).containsExactly(-0.5f, 0.25f, -0.5f);
        assertThat(gradient("1.mean")).containsExactly(-3);
    }

    @Test
    void gradientsThatAreNotFiniteAreToldAndLeftAlone() {
        for (Clipping clipping : new Clipping[] {new Clipping.ByNorm(1), new Clipping.ByValue(1)}) {
            for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
                gradients(2);
                gradient("1.weight")[0] = bad;
                assertThat(clipping.clip(parameters)).isNotFinite();
                assertThat(gradient("0.weight")).containsExactly(2, 2, 2);
            }
        }
    }

    @Test
    void gradientsBeyondTheRootOfFloatsRangeAreClippedAllTheSame() {
        gradients(1e30f);
        assertThat(new Clipping.ByNorm(1).clip(parameters)).isFinite();
        assertThat(Gradients.norm(parameters)).isCloseTo(1, within(1e-6));
    }

    @Test
    void clippingAtZeroIsRefused() {
        assertThatThrownBy(() -> new Clipping.ByNorm(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Gradients are clipped at a number above 0, not at 0.0");
        assertThatThrownBy(() -> new Clipping.ByValue(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
