package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = z / (1 + |z|), between −1 and 1 like tanh, but approached slowly (Bergstra et al., 2009).
public record Softsign() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.dividedBy(x.abs().plus(1));
    }
}
