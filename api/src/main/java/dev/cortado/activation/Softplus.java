package dev.cortado.activation;

import dev.cortado.expression.Expression;
import dev.cortado.plugin.Setting;

/// g(z) = log(1 + e^(β z)) / β, a smooth max(z, 0) whose derivative is the sigmoid (Dugas et al., 2001).
///
/// @param beta β, how sharp the bend at 0 is
/// @param threshold where β z is larger, g(z) = z is taken; from 20 on float32 knows no difference
public record Softplus(@Setting(above = 0) double beta, @Setting(min = 0) double threshold) implements Activation {
    private static final double NO_DIFFERENCE = 20;

    /// With β = 1.
    public Softplus() {
        this(1, NO_DIFFERENCE);
    }

    @Override
    public Expression apply(Expression x) {
        Expression sharp = x.times(beta);
        Expression value = sharp.softplus().times(1 / beta);
        return threshold >= NO_DIFFERENCE ? value : Expression.select(sharp.greaterThan(threshold), x, value);
    }
}
