package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Stochastic gradient descent: w ← w − η v, with v ← μ v + g; with Nesterov's look ahead w ← w − η (g + μ v).
///
/// Momentum as Sutskever, Martens, Dahl and Hinton describe it (*On the importance of initialization and momentum in deep
/// learning*, 2013), in the form in which the learning rate is outside of v.
///
/// @param learningRate η
/// @param momentum μ, how much of the last direction is kept
/// @param nesterov whether the gradient is looked at one step ahead
/// @param weightDecay λ, added to the gradient as λ w; for weights only
/// @param dampening how much of each gradient but the first is kept out of v
public record Sgd(
        @Setting(min = 0) double learningRate,
        @Setting(min = 0, below = 1) double momentum,
        boolean nesterov,
        @Setting(min = 0) double weightDecay,
        @Setting(min = 0, max = 1) double dampening)
        implements ElementwiseOptimizer {
    /// With a learning rate of 0.01 and nothing else.
    public Sgd() {
        this(0.01);
    }

    /// Plain gradient descent.
    public Sgd(double learningRate) {
        this(learningRate, 0);
    }

    /// With momentum.
    public Sgd(double learningRate, double momentum) {
        this(learningRate, momentum, false, 0);
    }

    /// Without dampening.
    public Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay) {
        this(learningRate, momentum, nesterov, weightDecay, 0);
    }

    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression rate = Expression.scalar("learning_rate");
        Expression g = weightDecay == 0 ? gradient : gradient.plus(parameter.times(Expression.scalar("weight_decay")));
        if (momentum == 0) {
            return Update.of(parameter.minus(g.times(rate)));
        }
        Expression velocity = state.of("velocity").times(momentum).plus(fresh(g));
        Expression direction = nesterov ? g.plus(velocity.times(momentum)) : velocity;
        return Update.of(parameter.minus(direction.times(rate))).remember("velocity", velocity);
    }

    private Expression fresh(Expression g) {
        return dampening == 0 ? g : g.times(Expression.scalar("fresh"));
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return switch (name) {
            case "fresh" -> step == 1 ? 1 : 1 - dampening;
            case "weight_decay" -> weightDecay;
            default -> ElementwiseOptimizer.super.scalar(name, step, rate);
        };
    }
}
