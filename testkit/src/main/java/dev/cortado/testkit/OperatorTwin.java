package dev.cortado.testkit;

import dev.cortado.engine.Kernel;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.expression.Operator;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// What one operator should give: its meaning in float64, and how far float32 may be from that.
record OperatorTwin(Operator operator) {
    private static final List<Expression.Input> OPERANDS =
            List.of(Expression.input("a"), Expression.input("b"), Expression.input("c"));

    /// The operator applied to as many inputs as it takes.
    Formula formula() {
        return Formula.of(OPERANDS.subList(0, operator.operands()), List.of(), List.of(expression()));
    }

    private Expression expression() {
        Expression a = OPERANDS.get(0);
        Expression b = OPERANDS.get(1);
        return switch (operator) {
            case ADD -> a.plus(b);
            case SUBTRACT -> a.minus(b);
            case MULTIPLY -> a.times(b);
            case DIVIDE -> a.dividedBy(b);
            case MINIMUM -> a.min(b);
            case MAXIMUM -> a.max(b);
            case POWER -> a.pow(b);
            case LESS -> a.lessThan(b);
            case LESS_OR_EQUAL -> a.atMost(b);
            case EQUAL -> a.equalTo(b);
            case NEGATE -> a.negate();
            case EXP -> a.exp();
            case LOG -> a.log();
            case SQRT -> a.sqrt();
            case TANH -> a.tanh();
            case SIGMOID -> a.sigmoid();
            case SOFTPLUS -> a.softplus();
            case ERF -> a.erf();
            case ABS -> a.abs();
            case SIGN -> a.sign();
            case SELECT -> Expression.select(a, b, OPERANDS.get(2));
        };
    }

    /// Runs the operator's kernel on these operands and holds the result to the operator's meaning.
    void check(Kernel kernel, Tensor[] operands) {
        Tensor[] before = Arrays.stream(operands).map(Tensor::copy).toArray(Tensor[]::new);
        Tensor result = Sample.poison(operands[0].shape());
        kernel.run(operands, new float[0], new Tensor[] {result});
        for (int i = 0; i < result.elements(); i++) {
            check(result.data()[i], before, i);
        }
        for (int o = 0; o < operands.length; o++) {
            Rounding.checkBits(operands[o], before[o], () -> operator + " has changed an operand");
        }
    }

    private void check(float actual, Tensor[] operands, int i) {
        float a = operands[0].data()[i];
        float b = operands.length > 1 ? operands[1].data()[i] : 0;
        float c = operands.length > 2 ? operands[2].data()[i] : 0;
        float exact = operator.apply(a, b, c);
        boolean right = Float.floatToIntBits(exact) == Float.floatToIntBits(actual) || roughly(actual, a, b, exact);
        if (!right) {
            throw new AssertionError("%s of %s: element %d of %s is %s, should be %s%s".formatted(operator,
                    operands.length == 1 ? a : operands.length == 2 ? List.of(a, b) : List.of(a, b, c), i,
                    operands[0].shape(), actual, exact, ulps(a, b) == 0 ? " to the last bit" : " ± " + ulps(a, b) + " ulp"));
        }
    }

    private boolean roughly(float actual, float a, float b, float exact) {
        double allowed = ulps(a, b);
        return allowed > 0 && Rounding.within(actual, exact, Rounding.ofUlps(exact, allowed));
    }

    /// The units in the last place that are allowed; 0 where IEEE 754 says it to the last bit. A sign of zero need not be −0.
    private double ulps(double a, double b) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM, NEGATE, ABS, SQRT, SELECT, LESS, LESS_OR_EQUAL, EQUAL -> 0;
            case SIGN, EXP, LOG -> 2;
            case SIGMOID, SOFTPLUS -> 4;
            case TANH, ERF -> 8;
            case POWER -> a > 0 && Double.isFinite(b * Math.log(a)) ? 4 + 2 * Math.abs(b * Math.log(a)) : 4;
        };
    }
}
