package dev.cortado.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DerivativeTest {
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input Y = Expression.input("y");
    private static final List<Double> POSITIVE = List.of(0.1, 0.35, 0.9, 1.7, 2.5);
    private static final List<Double> NEGATIVE = List.of(-0.1, -0.35, -0.9, -1.7, -2.5);

    private record Cube() implements ScalarFunction {
        @Override
        public double value(double x) {
            return x * x * x;
        }

        @Override
        public double slope(double x) {
            return 3 * x * x;
        }
    }

    private static double at(Expression expression, double x) {
        return expression.evaluate(Map.of("x", x, "y", 0.8));
    }

    private static void agreesWithCentralDifferences(Expression f, Expression slope, double x) {
        double h = 1e-5;
        double difference = (at(f, x + h) - at(f, x - h)) / (2 * h);
        assertThat(at(slope, x)).as("slope of %s at %s", f, x)
                .isCloseTo(difference, within(1e-7 * Math.max(1, Math.abs(difference))));
    }

    /// The operator on functions of x that stay positive for positive x, are not linear, and meet at none of the points.
    private static Expression applied(Operator operator) {
        Expression u = X.times(0.7).plus(X.square().times(0.1));
        Expression v = X.square().plus(0.45);
        return new Operation(operator, switch (operator.operands()) {
            case 1 -> List.of(u);
            case 2 -> List.of(u, v);
            default -> List.of(u.lessThan(0.5), u.square(), v);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theSlopeOfEveryOperatorIsThatOfCentralDifferences(Operator operator) {
        Expression f = applied(operator);
        for (double x : POSITIVE) {
            agreesWithCentralDifferences(f, f.derivative(X), x);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"LOG", "SQRT", "POWER"})
    void soItIsOnTheNegativeSide(Operator operator) {
        Expression f = applied(operator);
        for (double x : NEGATIVE) {
            agreesWithCentralDifferences(f, f.derivative(X), x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSecondSlopeIsThatOfTheFirst(Operator operator) {
        Expression slope = applied(operator).derivative(X);
        for (double x : POSITIVE) {
            agreesWithCentralDifferences(slope, slope.derivative(X), x);
        }
    }

    static Stream<Expression> formulas() {
        return Stream.of(
                X.pow(3), X.pow(2), X.pow(1), X.pow(0), X.pow(-1), X.pow(0.5), X.pow(4), Expression.constant(2).pow(X), X.pow(X),
                X.times(X.sigmoid()), X.dividedBy(X.abs().plus(1)), X.minus(Y).square(), Y.minus(X).abs(), Y.dividedBy(X),
                X.softplus().tanh().times(X), X.call(new Cube()).times(2), X.square().call(new Cube()),
                Expression.select(X.greaterThan(Y), X.times(3), X.exp()), Y.exp());
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void theSlopeOfAFormulaIsThatOfCentralDifferences(Expression f) {
        for (double x : POSITIVE) {
            agreesWithCentralDifferences(f, f.derivative(X), x);
        }
    }

    static Stream<Arguments> printed() {
        return Stream.of(
                Arguments.of(X.sigmoid(), "sigmoid(x) · (1 − sigmoid(x))"),
                Arguments.of(X.tanh(), "1 − tanh(x)²"),
                Arguments.of(X.minus(X.tanh()), "tanh(x)²"),
                Arguments.of(X.exp(), "exp(x)"),
                Arguments.of(X.max(0), "0 < max(x, 0) ? 1 : 0"),
                Arguments.of(X.log(), "1 / x"),
                Arguments.of(X.sqrt(), "0.5 / sqrt(x)"),
                Arguments.of(X.softplus(), "sigmoid(x)"),
                Arguments.of(X.pow(4), "4 · x^3"),
                Arguments.of(X.pow(3), "3 · x²"),
                Arguments.of(X.pow(2), "2 · x"),
                Arguments.of(X.pow(1), "1"),
                Arguments.of(X.abs(), "sign(x)"),
                Arguments.of(X.minus(Y), "1"),
                Arguments.of(Y.minus(X), "−1"),
                Arguments.of(Y, "0"),
                Arguments.of(X.sign(), "0"),
                Arguments.of(X.times(3), "3"));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void itIsAsBriefAsTheCourseWritesIt(Expression f, String slope) {
        assertThat(f.derivative(X)).hasToString(slope);
    }

    @Test
    void theValueIsUsedAgain() {
        Expression sigmoid = X.sigmoid();
        assertThat(Formula.of(sigmoid, sigmoid.derivative(X)).instructions()).hasSize(5);
        assertThat(Formula.of(X.exp(), X.exp().derivative(X)).instructions()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"relu, 0", "abs, 0", "leaky, 0.1", "zeroth, 0", "first, 1", "second, 0"})
    void atZeroItIsASlopeOfOneSide(String name, double slope) {
        Expression f = Map.of("relu", X.max(0), "abs", X.abs(), "leaky", Expression.select(X.greaterThan(0), X, X.times(0.1)),
                "zeroth", X.pow(0), "first", X.pow(1), "second", X.pow(2)).getOrDefault(name, X);
        assertThat(at(f.derivative(X), 0)).isEqualTo(slope);
    }

    @Test
    void whatIsNotChosenHasNoSlope() {
        Expression safeLog = Expression.select(X.greaterThan(0), X.log(), Expression.constant(0));
        assertThat(at(safeLog.derivative(X), 0)).isEqualTo(0);
        assertThat(at(safeLog.derivative(X), -1)).isEqualTo(0);
        assertThat(at(safeLog.derivative(X), 2)).isEqualTo(0.5);
    }

    @Test
    void otherInputsAndScalarsStandStill() {
        assertThat(Y.times(Expression.scalar("rate")).exp().derivative(X)).isEqualTo(Expression.constant(0));
        assertThat(Expression.row("x").derivative(X)).isEqualTo(Expression.constant(0));
    }

    @Test
    void aFunctionInJavaHasNoSecondSlope() {
        Expression slope = X.call(new Cube()).derivative(X);
        assertThat(at(slope, 2)).isEqualTo(12);
        assertThatThrownBy(() -> slope.derivative(X)).isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("Cube");
    }

    @Test
    void aGraphThatSharesItsPartsIsDifferentiatedOncePerPart() {
        Expression f = X;
        for (int i = 0; i < 200; i++) {
            f = f.plus(f).times(0.5);
        }
        assertThat(at(f.derivative(X), 3)).isEqualTo(1);
        assertThat(Formula.of(f.derivative(X)).instructions()).hasSizeLessThan(2000);
    }
}
