package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = z where z > 0, else α z (Maas, Hannun and Ng, 2013).
///
/// @param alpha the slope for negative z
public record LeakyRelu(double alpha) implements Activation {
    /// With a slope of 0.01.
    public LeakyRelu() {
        this(0.01);
    }

    @Override
    public Expression apply(Expression x) {
        return Expression.select(x.greaterThan(0), x, x.times(alpha));
    }
}
