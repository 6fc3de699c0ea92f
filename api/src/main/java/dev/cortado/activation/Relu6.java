package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// g(z) = min(max(z, 0), 6); its derivative at both kinks is 0 (Krizhevsky, *Convolutional deep belief networks*, 2010).
public record Relu6() implements Activation {
    @Override
    public Expression apply(Expression x) {
        return x.max(0).min(6);
    }
}
