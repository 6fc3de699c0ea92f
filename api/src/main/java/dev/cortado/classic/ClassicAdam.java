package dev.cortado.classic;

import dev.cortado.expression.Expression;
import dev.cortado.optimizer.ElementwiseOptimizer;
import dev.cortado.optimizer.Update;

/// Scikit-learn's adam: w ← w − ηₜ m / (√v + ε) with ηₜ = η √(1 − β₂ᵗ) / (1 − β₁ᵗ), the form at the end of section 2 of
/// Kingma and Ba (2015). Its ε counts for more in the first steps than that of [dev.cortado.optimizer.Adam].
record ClassicAdam(double learningRate, double beta1, double beta2, double epsilon) implements ElementwiseOptimizer {
    @Override
    public Update update(Expression parameter, Expression gradient, State state) {
        Expression m = state.of("m").times(beta1).plus(gradient.times(1 - beta1));
        Expression v = state.of("v").times(beta2).plus(gradient.square().times(1 - beta2));
        Expression change = m.times(Expression.scalar("corrected_rate")).dividedBy(v.sqrt().plus(epsilon));
        return Update.of(parameter.minus(change)).remember("m", m).remember("v", v);
    }

    @Override
    public double scalar(String name, long step, double rate) {
        return switch (name) {
            case "corrected_rate" ->
                rate * Math.sqrt(1 - Math.pow(beta2, (double) step)) / (1 - Math.pow(beta1, (double) step));
            default -> ElementwiseOptimizer.super.scalar(name, step, rate);
        };
    }
}
