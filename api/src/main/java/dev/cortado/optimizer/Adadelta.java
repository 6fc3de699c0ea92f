package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Steps in the unit of the parameter itself: s ← ρ s + (1 − ρ) g², d = g √(a + ε) / √(s + ε), a ← ρ a + (1 − ρ) d²,
/// w ← w − η d (Zeiler, *ADADELTA: an adaptive learning rate method*, 2012).
///
/// @param learningRate η, 1 in the paper
/// @param decay ρ, how much of both mean squares is kept
/// @param epsilon ε, against division by zero and what the first steps are made of
/// @param weightDecay λ, added to the gradient as λ w; for weights only
public record Adadelta(
        @Setting(min = 0) double learningRate,
        @Setting(min = 0, below = 1) double decay,
        @Setting(min = 0) double epsilon,
        @Setting(min = 0) double weightDecay)
        implements ElementwiseOptimizer {
    /// With PyTorch's defaults: 1, 0.9, 1e-6.
    public Adadelta() {
        this(1);
    }

    /// With this learning rate and PyTorch's other defaults.
    public Adadelta(double learningRate) {
        this(learningRate, 0.9, 1e-6, 0);
    }

    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression g = weightDecay == 0 ? gradient : gradient.plus(parameter.times(Expression.scalar("weight_decay")));
        Expression squares = state.of("gradient").times(decay).plus(g.square().times(1 - decay));
        Expression delta = state.of("delta").plus(epsilon).sqrt().dividedBy(squares.plus(epsilon).sqrt()).times(g);
        Expression deltas = state.of("delta").times(decay).plus(delta.square().times(1 - decay));
        return Update.of(parameter.minus(delta.times(Expression.scalar("learning_rate"))))
                .remember("gradient", squares).remember("delta", deltas);
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return name.equals("weight_decay") ? weightDecay : ElementwiseOptimizer.super.scalar(name, step, rate);
    }
}
