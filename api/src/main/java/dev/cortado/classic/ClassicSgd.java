package dev.cortado.classic;

import dev.cortado.expression.Expression;
import dev.cortado.optimizer.ElementwiseOptimizer;
import dev.cortado.optimizer.Update;

/// Scikit-learn's sgd: v ← μ v − η g, w ← w + v; with Nesterov's look ahead w ← w + μ v − η g.
///
/// The learning rate is inside of v: while it falls, the momentum of its larger days goes on, other than in
/// [dev.cortado.optimizer.Sgd].
record ClassicSgd(double learningRate, double momentum, boolean nesterov) implements ElementwiseOptimizer {
    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression step = gradient.times(Expression.scalar("learning_rate"));
        if (momentum == 0) {
            return Update.of(parameter.minus(step));
        }
        Expression velocity = state.of("velocity").times(momentum).minus(step);
        Expression change = nesterov ? velocity.times(momentum).minus(step) : velocity;
        return Update.of(parameter.plus(change)).remember("velocity", velocity);
    }
}
