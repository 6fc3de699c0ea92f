package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Adam: m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − η m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and
/// v̂ = v / (1 − β₂ᵗ) (Kingma and Ba, *Adam: a method for stochastic optimization*, 2015).
///
/// @param learningRate η
/// @param beta1 β₁, how much of the mean gradient is kept
/// @param beta2 β₂, how much of the mean squared gradient is kept
/// @param epsilon ε, against division by zero
/// @param amsgrad whether the largest v so far is used (Reddi, Kale and Kumar, 2018)
/// @param weightDecay λ, added to the gradient as λ w; for weights only
public record Adam(
        @Setting(min = 0) double learningRate,
        @Setting(min = 0, below = 1) double beta1,
        @Setting(min = 0, below = 1) double beta2,
        @Setting(min = 0) double epsilon,
        boolean amsgrad,
        @Setting(min = 0) double weightDecay)
        implements ElementwiseOptimizer {
    /// With the paper's defaults: 0.001, 0.9, 0.999, 1e-8.
    public Adam() {
        this(0.001);
    }

    /// With this learning rate and the paper's other defaults.
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8, false, 0);
    }

    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression g = weightDecay == 0 ? gradient : gradient.plus(parameter.times(Expression.scalar("weight_decay")));
        Expression m = state.of("m").times(beta1).plus(g.times(1 - beta1));
        Expression v = state.of("v").times(beta2).plus(g.square().times(1 - beta2));
        Expression largest = amsgrad ? state.of("v_max").max(v) : v;
        Expression size = largest.sqrt().times(Expression.scalar("root_correction")).plus(epsilon);
        Update update = Update.of(parameter.minus(m.times(Expression.scalar("corrected_rate")).dividedBy(size)))
                .remember("m", m).remember("v", v);
        return amsgrad ? update.remember("v_max", largest) : update;
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return switch (name) {
            case "corrected_rate" -> rate / (1 - Math.pow(beta1, (double) step));
            case "root_correction" -> 1 / Math.sqrt(1 - Math.pow(beta2, (double) step));
            case "weight_decay" -> weightDecay;
            default -> ElementwiseOptimizer.super.scalar(name, step, rate);
        };
    }
}
