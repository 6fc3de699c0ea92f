package dev.cortado.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorTest {
    private static final double NAN = Double.NaN;
    private static final double[] AWKWARD = {0, -0.0, 1, -1, 0.5, -2.5, 1e-40, -1e-40, 1e-45, 3e38, -3e38, 88, -88, 104, -104,
        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, NAN};

    @ParameterizedTest
    @EnumSource
    void inFloat32ItIsTheFloat64ResultRoundedOnce(Operator operator) {
        for (double first : AWKWARD) {
            for (double second : AWKWARD) {
                float a = (float) first;
                float b = (float) second;
                assertThat(Float.valueOf(operator.apply(a, b, 7f))).as("%s(%s, %s)", operator, a, b)
                        .isEqualTo(Float.valueOf((float) operator.apply((double) a, b, 7)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MINIMUM, -0.0, 0.0, -0.0", "MINIMUM, 0.0, -0.0, -0.0", "MAXIMUM, -0.0, 0.0, 0.0", "MINIMUM, NaN, 1, NaN",
        "MAXIMUM, 1, NaN, NaN", "LESS, 1, 2, 1", "LESS, 2, 2, 0", "LESS, NaN, 1, 0", "LESS_OR_EQUAL, 2, 2, 1", "LESS_OR_EQUAL, NaN, NaN, 0",
        "EQUAL, 0.0, -0.0, 1", "EQUAL, NaN, NaN, 0", "SIGN, -3, 0, -1", "SIGN, 3, 0, 1", "SIGN, 0, 0, 0", "SIGN, NaN, 0, NaN",
        "SIGMOID, -1000, 0, 0", "SIGMOID, 1000, 0, 1", "SIGMOID, 0, 0, 0.5", "SOFTPLUS, 1000, 0, 1000", "SOFTPLUS, -1000, 0, 0",
        "SOFTPLUS, Infinity, 0, Infinity", "TANH, 1000, 0, 1", "ERF, 10, 0, 1", "ERF, -10, 0, -1", "ERF, NaN, 0, NaN",
        "LOG, 0, 0, -Infinity", "LOG, -1, 0, NaN", "SQRT, -1, 0, NaN", "POWER, 2, 10, 1024", "DIVIDE, 1, 0, Infinity", "ABS, -0.0, 0, 0.0"})
    void specialValuesAreAsIeee754HasThem(Operator operator, double a, double b, Double result) {
        assertThat(Double.valueOf(operator.apply(a, b, 0))).isEqualTo(result);
    }

    @Test
    void selectTakesWhatIsNotZeroForTrue() {
        assertThat(Operator.SELECT.apply(1.0, 2, 3)).isEqualTo(2);
        assertThat(Operator.SELECT.apply(NAN, 2, 3)).isEqualTo(2);
        assertThat(Operator.SELECT.apply(0.0, 2, 3)).isEqualTo(3);
        assertThat(Operator.SELECT.apply(-0.0, NAN, 3)).isEqualTo(3);
    }

    /// Values from Abramowitz and Stegun, table 7.1, with more digits.
    @ParameterizedTest
    @CsvSource({"0, 0", "1e-10, 1.1283791670955126e-10", "0.1, 0.1124629160182849", "0.5, 0.5204998778130465", "1, 0.8427007929497149",
        "2, 0.9953222650189527", "-3, -0.9999779095030014", "5.9, 0.9999999999999999"})
    void theErrorFunctionIsExactToNearlyAllDigits(double x, double erf) {
        assertThat(Operator.ERF.apply(x, 0, 0)).isCloseTo(erf, within(4e-16 * Math.max(Math.abs(erf), Double.MIN_NORMAL)));
    }
}
