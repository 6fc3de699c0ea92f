package dev.cortado.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotationTest {
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input Y = Expression.input("y");
    private static final Expression RATE = Expression.scalar("learning_rate");

    static Stream<Arguments> formulas() {
        return Stream.of(
                Arguments.of(X.plus(Y).times(2), "(x + y) · 2", "\\left(x + y\\right) \\cdot 2"),
                Arguments.of(X.minus(Y.minus(1)), "x − (y − 1)", "x - \\left(y - 1\\right)"),
                Arguments.of(X.minus(Y).minus(1), "x − y − 1", "x - y - 1"),
                Arguments.of(X.dividedBy(Y.times(2)), "x / (y · 2)", "\\frac{x}{y \\cdot 2}"),
                Arguments.of(X.plus(-5), "x + (−5)", "x + \\left(-5\\right)"),
                Arguments.of(X.times(Y.negate()), "x · (−y)", "x \\cdot \\left(-y\\right)"),
                Arguments.of(X.times(Y).negate(), "−(x · y)", "-\\left(x \\cdot y\\right)"),
                Arguments.of(X.square(), "x²", "{x}^{2}"),
                Arguments.of(X.square().negate(), "−x²", "-{x}^{2}"),
                Arguments.of(X.negate().square(), "(−x)²", "{\\left(-x\\right)}^{2}"),
                Arguments.of(X.plus(1).pow(-0.5), "(x + 1)^(−0.5)", "{\\left(x + 1\\right)}^{-0.5}"),
                Arguments.of(X.exp().plus(1).log(), "log(exp(x) + 1)", "\\operatorname{log}\\left(e^{x} + 1\\right)"),
                Arguments.of(X.abs().sqrt(), "sqrt(|x|)", "\\sqrt{|x|}"),
                Arguments.of(X.min(Y).max(0), "max(min(x, y), 0)",
                        "\\operatorname{max}\\left(\\operatorname{min}\\left(x, y\\right), 0\\right)"),
                Arguments.of(Expression.select(X.atLeast(0), X, Expression.select(X.lessThan(-1), Y, X.exp())),
                        "0 ≤ x ? x : x < −1 ? y : exp(x)",
                        "\\begin{cases}x & 0 \\le x\\\\ \\begin{cases}y & x < -1\\\\ e^{x} & \\text{otherwise}\\end{cases}"
                                + " & \\text{otherwise}\\end{cases}"),
                Arguments.of(X.minus(RATE.times(Y)), "x − learning_rate · y", "x - \\mathit{learning\\_rate} \\cdot y"),
                Arguments.of(X.plus(1e-8), "x + 1e−8", "x + 1 \\cdot 10^{-8}"),
                Arguments.of(X.times(0.044715), "x · 0.044715", "x \\cdot 0.044715"),
                Arguments.of(X.max(Double.NEGATIVE_INFINITY), "max(x, −∞)", "\\operatorname{max}\\left(x, -\\infty\\right)"),
                Arguments.of(X.sigmoid().derivative(X), "sigmoid(x) · (1 − sigmoid(x))",
                        "\\operatorname{sigmoid}\\left(x\\right) \\cdot \\left(1 - \\operatorname{sigmoid}\\left(x\\right)\\right)"));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void formulasAreWrittenAsPeopleDo(Expression formula, String text, String latex) {
        assertThat(formula).hasToString(text);
        assertThat(formula.latex()).isEqualTo(latex);
    }
}
