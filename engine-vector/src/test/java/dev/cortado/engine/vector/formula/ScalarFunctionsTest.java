package dev.cortado.engine.vector.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.expression.Operator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// The largest errors, on every 4,099th float from −∞ to ∞.
final class ScalarFunctionsTest {
    private static final int STRIDE = 4099;

    @FunctionalInterface
    private interface FloatFunction {
        float of(float x);
    }

    @Test
    void exp() {
        assertThat(worst(ScalarFunctions::exp, Math::exp)).isLessThan(1.01);
    }

    @Test
    void log() {
        assertThat(worst(ScalarFunctions::log, Math::log)).isLessThan(0.85);
    }

    @Test
    void tanh() {
        assertThat(worst(ScalarFunctions::tanh, Math::tanh)).isLessThan(2.5);
    }

    @Test
    void sigmoid() {
        assertThat(worst(ScalarFunctions::sigmoid, of(Operator.SIGMOID))).isLessThan(2.4);
    }

    @Test
    void softplus() {
        assertThat(worst(ScalarFunctions::softplus, of(Operator.SOFTPLUS))).isLessThan(1.7);
    }

    @Test
    void erf() {
        assertThat(worst(ScalarFunctions::erf, of(Operator.ERF))).isLessThan(1.01);
    }

    @Test
    void tanhOfSoftplus() {
        assertThat(worst(x -> ScalarFunctions.tanhOfSoftplusOfExp(ScalarFunctions.boundedExp(x)), ScalarFunctionsTest::tanhOfSoftplus)).isLessThan(3.4);
    }

    private static double tanhOfSoftplus(double x) {
        double e = Math.exp(Math.min(x, 50));
        return e * (e + 2) / (e * (e + 2) + 2);
    }

    @Test
    void sigmoidOfExp() {
        assertThat(worst(x -> ScalarFunctions.sigmoidOfExp(ScalarFunctions.boundedExp(x)), of(Operator.SIGMOID))).isLessThan(2.4);
    }

    private static DoubleUnaryOperator of(Operator operator) {
        return x -> operator.apply(x, 0.0, 0.0);
    }

    /// In units of the last place; where the result is infinite or NaN, it must be so exactly.
    private static double worst(FloatFunction function, DoubleUnaryOperator exact) {
        double worst = 0;
        for (long bits = 0; bits < 1L << 32; bits += STRIDE) {
            float x = Float.intBitsToFloat((int) bits);
            worst = Math.max(worst, error(function.of(x), exact.applyAsDouble(x), x));
        }
        for (float x : AwkwardValues.all()) {
            worst = Math.max(worst, error(function.of(x), exact.applyAsDouble(x), x));
        }
        return worst;
    }

    private static double error(float actual, double exact, float x) {
        float nearest = (float) exact;
        if (Float.isNaN(nearest) || Float.isInfinite(nearest) || Float.isInfinite(actual)) {
            assertThat(Float.floatToIntBits(actual)).as("at %s: %s, not %s", x, actual, nearest).isEqualTo(Float.floatToIntBits(nearest));
            return 0;
        }
        return Math.abs(actual - exact) / Math.ulp(nearest);
    }
}
