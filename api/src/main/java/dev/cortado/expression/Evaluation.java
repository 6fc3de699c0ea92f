package dev.cortado.expression;

import java.util.IdentityHashMap;
import java.util.Map;

/// Computes an expression in float64, every shared part once.
final class Evaluation {
    private final Map<String, Double> given;
    private final IdentityHashMap<Expression, Double> known = new IdentityHashMap<>();

    Evaluation(Map<String, Double> given) {
        this.given = given;
    }

    double of(Expression expression) {
        Double value = known.get(expression);
        if (value == null) {
            value = switch (expression) {
                case Expression.Input input -> named(input.name());
                case Expression.Scalar scalar -> named(scalar.name());
                case Expression.Constant constant -> constant.value();
                case Operation operation -> of(operation);
                case Call call -> call.apply(of(call.operand()));
            };
            known.put(expression, value);
        }
        return value;
    }

    private double of(Operation operation) {
        double[] operands = new double[3];
        for (int i = 0; i < operation.operands().size(); i++) {
            operands[i] = of(operation.operand(i));
        }
        return operation.operator().apply(operands[0], operands[1], operands[2]);
    }

    private double named(String name) {
        Double value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The formula needs a value for '%s'; given are %s".formatted(name, given.keySet()));
        }
        return value;
    }
}
