package dev.cortado.activation;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// The continuously differentiable exponential linear unit: g(z) = z where z > 0, else α (e^(z/α) − 1) (Barron, 2017).
///
/// @param alpha g approaches −α for large negative z
public record Celu(@Setting(above = 0) double alpha) implements Activation {
    /// With α = 1, where it is [Elu].
    public Celu() {
        this(1);
    }

    @Override
    public Expression apply(Expression x) {
        return Expression.select(x.greaterThan(0), x, x.times(1 / alpha).exp().minus(1).times(alpha));
    }
}
