package dev.cortado.optimizer;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Adam that looks ahead as Nesterov's momentum does (Dozat, *Incorporating Nesterov momentum into Adam*, 2016), with a
/// momentum that grows: μₜ = β₁ (1 − ½ 0.96^(t ψ)). With m and v as in [Adam] and v̂ = v / (1 − β₂ᵗ),
/// w ← w − η ((1 − μₜ) / (1 − Πμ) g + μₜ₊₁ / (1 − μₜ μₜ₊₁ Πμ) m) / (√v̂ + ε), where Πμ is μ₁ … μₜ. The last μₜ, which is in Πμ
/// already, is PyTorch 1.13's: after a few dozen steps it makes no difference.
///
/// @param learningRate η
/// @param beta1 β₁, how much of the mean gradient is kept
/// @param beta2 β₂, how much of the mean squared gradient is kept
/// @param epsilon ε, against division by zero
/// @param momentumDecay ψ, how fast the momentum grows
/// @param weightDecay λ, added to the gradient as λ w; for weights only
public record Nadam(
        @Setting(min = 0) double learningRate,
        @Setting(min = 0, below = 1) double beta1,
        @Setting(min = 0, below = 1) double beta2,
        @Setting(min = 0) double epsilon,
        @Setting(min = 0) double momentumDecay,
        @Setting(min = 0) double weightDecay)
        implements ElementwiseOptimizer {
    /// A product of momenta below this is nothing beside 1.
    private static final double NOTHING = 1e-18;

    /// With PyTorch's defaults: 0.002, 0.9, 0.999, 1e-8, 0.004.
    public Nadam() {
        this(0.002);
    }

    /// With this learning rate and PyTorch's other defaults.
    public Nadam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8, 0.004, 0);
    }

    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression g = weightDecay == 0 ? gradient : gradient.plus(parameter.times(Expression.scalar("weight_decay")));
        Expression m = state.of("m").times(beta1).plus(g.times(1 - beta1));
        Expression v = state.of("v").times(beta2).plus(g.square().times(1 - beta2));
        Expression size = v.sqrt().times(Expression.scalar("root_correction")).plus(epsilon);
        Expression direction = g.times(Expression.scalar("gradient_rate")).plus(m.times(Expression.scalar("mean_rate")));
        return Update.of(parameter.minus(direction.dividedBy(size))).remember("m", m).remember("v", v);
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return switch (name) {
            case "gradient_rate" -> rate * (1 - momentum(step)) / (1 - product(step));
            case "mean_rate" -> rate * momentum(step + 1) / (1 - product(step) * momentum(step) * momentum(step + 1));
            case "root_correction" -> 1 / Math.sqrt(1 - Math.pow(beta2, (double) step));
            case "weight_decay" -> weightDecay;
            default -> ElementwiseOptimizer.super.scalar(name, step, rate);
        };
    }

    private double momentum(long step) {
        return beta1 * (1 - 0.5 * Math.pow(0.96, step * momentumDecay));
    }

    /// The product of all momenta so far. It needs no memory: it is computed anew, and soon is nothing.
    private double product(long steps) {
        double product = 1;
        for (long step = 1; step <= steps && product > NOTHING; step++) {
            product *= momentum(step);
        }
        return product > NOTHING ? product : 0;
    }
}
