package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = log(1 / (1 + e⁻ᶻ)), the logarithm of a probability; as −softplus(−z) it never overflows.
public record LogSigmoid() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.negate().softplus().negate();
    }
}
