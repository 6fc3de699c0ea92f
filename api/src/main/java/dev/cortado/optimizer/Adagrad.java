package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Steps that shrink with all gradients so far: s ← s + g², w ← w − η g / (√s + ε) (Duchi, Hazan and Singer, *Adaptive
/// subgradient methods for online learning and stochastic optimization*, 2011).
///
/// @param learningRate η
/// @param epsilon ε, against division by zero
/// @param learningRateDecay δ: the rate of step t is η / (1 + (t − 1) δ)
/// @param initialAccumulator what s begins with
/// @param weightDecay λ, added to the gradient as λ w; for weights only
public record Adagrad(
        @Setting(min = 0) double learningRate,
        @Setting(min = 0) double epsilon,
        @Setting(min = 0) double learningRateDecay,
        @Setting(min = 0) double initialAccumulator,
        @Setting(min = 0) double weightDecay)
        implements ElementwiseOptimizer {
    /// With PyTorch's defaults: 0.01 and 1e-10.
    public Adagrad() {
        this(0.01);
    }

    /// With this learning rate.
    public Adagrad(double learningRate) {
        this(learningRate, 1e-10, 0, 0, 0);
    }

    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression g = weightDecay == 0 ? gradient : gradient.plus(parameter.times(Expression.scalar("weight_decay")));
        Expression sum = state.of("sum").plus(g.square());
        Expression whole = initialAccumulator == 0 ? sum : sum.plus(initialAccumulator);
        Expression step = g.times(Expression.scalar("decayed_rate")).dividedBy(whole.sqrt().plus(epsilon));
        return Update.of(parameter.minus(step)).remember("sum", sum);
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return switch (name) {
            case "decayed_rate" -> rate / (1 + (step - 1) * learningRateDecay);
            case "weight_decay" -> weightDecay;
            default -> ElementwiseOptimizer.super.scalar(name, step, rate);
        };
    }
}
