/// Optimizers: how a gradient becomes a better network.
///
/// Most are an [ElementwiseOptimizer]: a formula that takes each number of a parameter, its gradient and its state to their
/// next values. Gradient descent with momentum is
///
/// ```java
/// public record Rolling(@Setting(min = 0) double learningRate, @Setting(min = 0, below = 1) double friction)
///         implements ElementwiseOptimizer {
///     public Rolling() { this(0.01, 0.9); }
///     public Update update(Expression parameter, Expression gradient, State state) {
///         Expression speed = state.of("speed").times(friction).plus(gradient);
///         return Update.of(parameter.minus(speed.times(Expression.scalar("learning_rate")))).remember("speed", speed);
///     }
/// }
/// ```
///
/// With the line `my.package.Rolling` in `META-INF/services/dev.cortado.optimizer.Optimizer`, `rolling(0.1)` works everywhere.
/// What it remembers is saved with a training's checkpoints under the names it gives. An optimizer that must see all parameters
/// at once implements [Optimizer] itself.
///
/// Weight decay, a setting of each, takes weights only. `adamw` and `lion` decay beside the gradient, the others add to it.
/// Before the step a training may add a [Penalty] to the gradients and cut them down by [Clipping]; after it come
/// [constraints][dev.cortado.constraint]; the learning rate follows a [schedule][dev.cortado.schedule].
@NullMarked
package dev.cortado.optimizer;

import org.jspecify.annotations.NullMarked;
