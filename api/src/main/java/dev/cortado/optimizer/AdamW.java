package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Adam with decay beside the gradient: w ← (1 − η λ) w before Adam's step, so that weights decay alike however large their
/// gradients are (Loshchilov and Hutter, *Decoupled weight decay regularization*, 2019).
///
/// @param learningRate η
/// @param beta1 β₁, how much of the mean gradient is kept
/// @param beta2 β₂, how much of the mean squared gradient is kept
/// @param epsilon ε, against division by zero
/// @param weightDecay λ; for weights only
/// @param amsgrad whether the largest v so far is used (Reddi, Kale and Kumar, 2018)
public record AdamW(
        @Setting(min = 0) double learningRate,
        @Setting(min = 0, below = 1) double beta1,
        @Setting(min = 0, below = 1) double beta2,
        @Setting(min = 0) double epsilon,
        @Setting(min = 0) double weightDecay,
        boolean amsgrad)
        implements ElementwiseOptimizer {
    /// With the usual defaults: 0.001, 0.9, 0.999, 1e-8, and a decay of 0.01.
    public AdamW() {
        this(0.001, 0.01);
    }

    /// With this learning rate and decay, and the usual defaults.
    public AdamW(double learningRate, double weightDecay) {
        this(learningRate, 0.9, 0.999, 1e-8, weightDecay, false);
    }

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression decayed = parameter.minus(parameter.times(Expression.scalar("weight_decay")));
        return adam().update(weightDecay == 0 ? parameter : decayed, gradient, state);
    }

    private Adam adam() {
        return new Adam(learningRate, beta1, beta2, epsilon, amsgrad, 0);
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return name.equals("weight_decay") ? rate * weightDecay : adam().scalar(name, step, rate);
    }
}
