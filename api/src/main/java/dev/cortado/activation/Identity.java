package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = z.
public record Identity() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x;
    }
}
