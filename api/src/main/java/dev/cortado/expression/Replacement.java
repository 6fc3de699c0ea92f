package dev.cortado.expression;

import java.util.IdentityHashMap;
import java.util.List;

/// Puts one expression in the place of another wherever it occurs; parts without it stay the very same objects.
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
            case Operation operation -> rebuilt(operation);
            case Call call -> {
                Expression operand = in(call.operand());
                yield operand == call.operand() ? call : new Call(call.function(), call.slope(), operand);
            }
        };
    }

    private Expression rebuilt(Operation operation) {
        List<Expression> operands = operation.operands().stream().map(this::in).toList();
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) != operation.operand(i)) {
                return new Operation(operation.operator(), operands);
            }
        }
        return operation;
    }
}
