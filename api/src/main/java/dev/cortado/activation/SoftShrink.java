package dev.cortado.activation;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// Draws towards 0 by λ, and what is nearer than that to 0 itself; its derivative is 0 or 1, at both kinks 0 (the proximal
/// operator of the L1 norm: Donoho, *De-noising by soft-thresholding*, 1995).
///
/// @param lambda λ, by how much
public record SoftShrink(@Setting(min = 0) double lambda) implements Activation {
    /// By a half.
    public SoftShrink() {
        this(0.5);
    }

    @Override
    public Expression apply(Expression x) {
        Expression below = Expression.select(x.lessThan(-lambda), x.plus(lambda), Expression.constant(0));
        return Expression.select(x.greaterThan(lambda), x.minus(lambda), below);
    }
}
