package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// The exponential linear unit: g(z) = z where z > 0, else α (eᶻ − 1) (Clevert, Unterthiner and Hochreiter, 2015).
///
/// @param alpha g approaches −α for large negative z
public record Elu(double alpha) implements Activation {
    /// With α = 1.
    public Elu() {
        this(1);
    }

    @Override
    public Expression apply(Expression x) {
        return Expression.select(x.greaterThan(0), x, x.exp().minus(1).times(alpha));
    }
}
