package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Steps of one size: w ← (1 − η λ) w − η sign(β₁ m + (1 − β₁) g), m ← β₂ m + (1 − β₂) g (Chen et al., *Symbolic discovery of
/// optimization algorithms*, 2023). Rates are 3 to 10 times smaller than Adam's.
///
/// @param learningRate η
/// @param beta1 β₁, how much the mean gradient counts in the direction
/// @param beta2 β₂, how much of the mean gradient is kept
/// @param weightDecay λ; for weights only
public record Lion(
        @Setting(min = 0) double learningRate,
        @Setting(min = 0, below = 1) double beta1,
        @Setting(min = 0, below = 1) double beta2,
        @Setting(min = 0) double weightDecay)
        implements ElementwiseOptimizer {
    /// With the paper's defaults: 0.0001, 0.9, 0.99.
    public Lion() {
        this(1e-4);
    }

    /// With this learning rate and the paper's other defaults.
    public Lion(double learningRate) {
        this(learningRate, 0.9, 0.99, 0);
    }

    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression decayed = parameter.minus(parameter.times(Expression.scalar("weight_decay")));
        Expression direction = state.of("m").times(beta1).plus(gradient.times(1 - beta1)).sign();
        Expression m = state.of("m").times(beta2).plus(gradient.times(1 - beta2));
        return Update.of((weightDecay == 0 ? parameter : decayed).minus(direction.times(Expression.scalar("learning_rate"))))
                .remember("m", m);
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return name.equals("weight_decay") ? rate * weightDecay : ElementwiseOptimizer.super.scalar(name, step, rate);
    }
}
