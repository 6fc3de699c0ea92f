package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Adam with the largest gradient in place of the mean square: m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g| + ε),
/// w ← w − η / (1 − β₁ᵗ) m / u (Kingma and Ba, *Adam: a method for stochastic optimization*, 2015, section 7).
///
/// @param learningRate η
/// @param beta1 β₁, how much of the mean gradient is kept
/// @param beta2 β₂, how slowly the largest gradient is forgotten
/// @param epsilon ε, against division by zero
/// @param weightDecay λ, added to the gradient as λ w; for weights only
public record Adamax(
        @Setting(min = 0) double learningRate,
        @Setting(min = 0, below = 1) double beta1,
        @Setting(min = 0, below = 1) double beta2,
        @Setting(min = 0) double epsilon,
        @Setting(min = 0) double weightDecay)
        implements ElementwiseOptimizer {
    /// With the paper's defaults: 0.002, 0.9, 0.999, 1e-8.
    public Adamax() {
        this(0.002);
    }

    /// With this learning rate and the paper's other defaults.
    public Adamax(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8, 0);
    }

    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression g = weightDecay == 0 ? gradient : gradient.plus(parameter.times(Expression.scalar("weight_decay")));
        Expression m = state.of("m").times(beta1).plus(g.times(1 - beta1));
        Expression u = state.of("u").times(beta2).max(g.abs().plus(epsilon));
        return Update.of(parameter.minus(m.times(Expression.scalar("corrected_rate")).dividedBy(u)))
                .remember("m", m).remember("u", u);
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return switch (name) {
            case "corrected_rate" -> rate / (1 - Math.pow(beta1, (double) step));
            case "weight_decay" -> weightDecay;
            default -> ElementwiseOptimizer.super.scalar(name, step, rate);
        };
    }
}
