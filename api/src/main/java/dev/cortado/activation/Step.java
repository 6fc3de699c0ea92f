package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = 1 where z > 0, else 0: the perceptron's. Its derivative is 0 everywhere, so nothing learns through it.
public record Step() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.greaterThan(0);
    }
}
