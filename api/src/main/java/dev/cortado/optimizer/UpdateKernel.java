package dev.cortado.optimizer;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.Ops;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import java.util.ArrayList;
import java.util.List;

/// The update of an element-wise optimizer, compiled: it takes the parameter, its gradient and its states, and writes the
/// parameter and its states in place.
final class UpdateKernel {
    private static final Expression.Input PARAMETER = Expression.input("parameter");
    private static final Expression.Input GRADIENT = Expression.input("gradient");

    final Kernel kernel;
    final List<String> states;
    final List<String> scalars;

    UpdateKernel(ElementwiseOptimizer optimizer, Ops ops) {
        Update update = optimizer.update(PARAMETER, GRADIENT, UpdateKernel::input);
        states = List.copyOf(update.state().keySet());
        List<Expression.Input> inputs = new ArrayList<>(List.of(PARAMETER, GRADIENT));
        states.forEach(name -> inputs.add(input(name)));
        List<Expression> outputs = new ArrayList<>(List.of(update.parameter()));
        update.state().values().forEach(value -> outputs.add(forgetful(value)));
        Formula formula = Formula.of(inputs, List.of(), outputs);
        if (formula.inputs().size() > inputs.size()) {
            throw new IllegalArgumentException("The optimizer '%s' reads states that it never remembers: %s, not among %s"
                    .formatted(optimizer.name(), formula.inputs().subList(inputs.size(), formula.inputs().size()), states));
        }
        scalars = formula.scalars().stream().map(Expression.Scalar::name).toList();
        kernel = ops.compile(formula);
    }

    /// Zero for what is too small to be a normal float: means that decay end there, or would stay the smallest float for ever, since nine tenths of it are rounded to
    /// itself. Some processors take many times as long for such numbers.
    private static Expression forgetful(Expression value) {
        return Expression.select(value.abs().lessThan(Float.MIN_NORMAL), Expression.constant(0), value);
    }

    private static Expression.Input input(String state) {
        return Expression.input("state " + state);
    }
}
