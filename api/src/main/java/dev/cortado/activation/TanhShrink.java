package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = z − tanh z: flat around 0, a straight line further out; g' = tanh² z.
public record TanhShrink() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.minus(x.tanh());
    }
}
