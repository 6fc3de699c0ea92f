/// Optimizers: how a gradient becomes a better network.
///
/// Most are an [ElementwiseOptimizer]: a formula that takes each number of a parameter, its gradient and its state to their
/// next values. Stochastic gradient descent is
///
/// ```java
/// public record Descent(double learningRate) implements ElementwiseOptimizer {
///     public Descent() { this(0.01); }
///     public Update update(Expression parameter, Expression gradient, State state) {
///         return Update.of(parameter.minus(gradient.times(Expression.scalar("learning_rate"))));
///     }
/// }
/// ```
@NullMarked
package dev.cortado.optimizer;

import org.jspecify.annotations.NullMarked;
