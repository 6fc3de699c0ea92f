package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// A sigmoid of straight lines: g(z) = (min(max(z, −3), 3) + 3) / 6; its derivative at both kinks is 0.
public record HardSigmoid() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.max(-3).min(3).plus(3).times(1.0 / 6);
    }
}
