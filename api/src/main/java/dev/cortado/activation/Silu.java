package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = z · sigmoid(z), also known as swish (Elfwing, Uchibe and Doya, 2017).
public record Silu() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.times(x.sigmoid());
    }
}
