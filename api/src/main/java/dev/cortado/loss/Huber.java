package dev.cortado.loss;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// The mean over all elements of ½ d² where |d| ≤ δ, else δ (|d| − ½ δ), with d = prediction − target: squares for small
/// differences, straight lines for outliers (Huber, *Robust estimation of a location parameter*, 1964).
///
/// @param delta δ, where squares end
public record Huber(@Setting(above = 0) double delta) implements ElementwiseLoss {
    /// With δ = 1.
    public Huber() {
        this(1);
    }

    /// With c, the difference cut off at ±δ, both cases are c (d − ½ c).
    @Override
    public Expression apply(Expression prediction, Expression target) {
        Expression difference = prediction.minus(target);
        Expression cut = difference.max(-delta).min(delta);
        return cut.times(difference.minus(cut.times(0.5)));
    }
}
