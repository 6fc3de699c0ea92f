package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = tanh z, between −1 and 1; g' = 1 − g².
public record Tanh() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.tanh();
    }
}
