package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = z tanh(softplus(z)) (Misra, *Mish: a self regularized non-monotonic activation function*, 2019).
public record Mish() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.times(x.softplus().tanh());
    }
}
