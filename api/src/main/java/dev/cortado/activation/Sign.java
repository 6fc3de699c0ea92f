package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = −1, 0 or 1, as z is negative, zero or positive. Its derivative is 0 everywhere, so nothing learns through it.
public record Sign() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.sign();
    }
}
