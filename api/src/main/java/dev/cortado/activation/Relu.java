package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = max(z, 0), the rectified linear unit; its derivative at 0 is 0.
public record Relu() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.max(0);
    }
}
