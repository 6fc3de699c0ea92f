package dev.cortado.expression;

import java.util.IdentityHashMap;

/// Puts one expression in the place of another wherever it occurs; what was shared stays shared.
final class Replacement {
    private final Expression part;
    private final Expression by;
    private final IdentityHashMap<Expression, Expression> done = new IdentityHashMap<>();

    Replacement(Expression part, Expression by) {
        this.part = part;
        this.by = by;
    }

    Expression in(Expression expression) {
        Expression known = done.get(expression);
        if (known == null) {
            known = expression.equals(part) ? by : rebuilt(expression);
            done.put(expression, known);
        }
        return known;
    }

    private Expression rebuilt(Expression expression) {
        return switch (expression) {
            case Expression.Input _, Expression.Scalar _, Expression.Constant _ -> expression;
            case Operation operation ->
                    new Operation(operation.operator(), operation.operands().stream().map(this::in).toList());
            case Call call -> new Call(call.function(), call.slope(), in(call.operand()));
        };
    }
}
