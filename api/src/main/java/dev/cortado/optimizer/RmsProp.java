package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Steps measured by the size of recent gradients: v ← ρ v + (1 − ρ) g², w ← w − η g / (√v + ε) (Tieleman and Hinton,
/// *Lecture 6.5: rmsprop*, 2012).
///
/// Centered, the variance v − ḡ² takes the place of v, with ḡ ← ρ ḡ + (1 − ρ) g (Graves, 2013). With momentum μ the step is
/// b ← μ b + g / (√v + ε), w ← w − η b.
///
/// @param learningRate η
/// @param decay ρ, how much of the mean square is kept
/// @param epsilon ε, against division by zero
/// @param momentum μ, how much of the last step is kept
/// @param centered whether the mean gradient is taken off
/// @param weightDecay λ, added to the gradient as λ w; for weights only
public record RmsProp(
        @Setting(min = 0) double learningRate,
        @Setting(min = 0, below = 1) double decay,
        @Setting(min = 0) double epsilon,
        @Setting(min = 0, below = 1) double momentum,
        boolean centered,
        @Setting(min = 0) double weightDecay)
        implements ElementwiseOptimizer {
    /// With PyTorch's defaults: 0.01, 0.99, 1e-8.
    public RmsProp() {
        this(0.01);
    }

    /// With this learning rate and PyTorch's other defaults.
    public RmsProp(double learningRate) {
        this(learningRate, 0.99, 1e-8, 0, false, 0);
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression g = weightDecay == 0 ? gradient : gradient.plus(parameter.times(Expression.scalar("weight_decay")));
        Expression v = state.of("v").times(decay).plus(g.square().times(1 - decay));
        Expression mean = state.of("mean").times(decay).plus(g.times(1 - decay));
        Expression spread = centered ? v.minus(mean.square()).max(0) : v;
        Expression step = g.dividedBy(spread.sqrt().plus(epsilon));
        Expression buffer = momentum == 0 ? step : state.of("step").times(momentum).plus(step);
        Update update = Update.of(parameter.minus(buffer.times(Expression.scalar("learning_rate")))).remember("v", v);
        Update remembered = centered ? update.remember("mean", mean) : update;
        return momentum == 0 ? remembered : remembered.remember("step", buffer);
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return name.equals("weight_decay") ? weightDecay : ElementwiseOptimizer.super.scalar(name, step, rate);
    }
}
