package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// The scaled exponential linear unit: g(z) = λ z where z > 0, else λ α (eᶻ − 1), with the λ and α that draw the mean of
/// activations to 0 and their variance to 1 (Klambauer et al., *Self-normalizing neural networks*, 2017).
public record Selu() implements Activation {
    private static final double ALPHA = 1.6732632423543772;
    private static final double SCALE = 1.0507009873554805;

    @Override
    public Expression apply(Expression x) {
        return Expression.select(x.greaterThan(0), x.times(SCALE), x.exp().minus(1).times(SCALE * ALPHA));
    }
}
