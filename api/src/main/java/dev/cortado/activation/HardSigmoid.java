package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// A sigmoid of straight lines: g(z) = min(max(z + 3, 0), 6) / 6; its derivative at both kinks is 0.
public record HardSigmoid() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.plus(3).max(0).min(6).times(1.0 / 6);
    }
}
