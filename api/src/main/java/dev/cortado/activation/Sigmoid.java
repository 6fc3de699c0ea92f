package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = 1 / (1 + e⁻ᶻ), the logistic function, between 0 and 1; g' = g (1 − g).
public record Sigmoid() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.sigmoid();
    }
}
