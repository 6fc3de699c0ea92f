package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = eᶻ, for what must be positive: rates, scales.
public record Exponential() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.exp();
    }
}
