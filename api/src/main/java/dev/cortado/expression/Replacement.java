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
        if (expression instanceof Operation operation) {
            return new Operation(operation.operator(), operation.operands().stream().map(this::in).toList());
        }
        return expression instanceof Call call ? new Call(call.function(), call.slope(), in(call.operand())) : expression;
    }
}
