package dev.cortado.examples;

import dev.cortado.activation.Activation;
import dev.cortado.expression.Expression;

/// An activation of one's own: g(z) = z · sigmoid(β z). This and a line in
/// `META-INF/services/dev.cortado.activation.Activation` is all there is to it.
///
/// @param beta how sharply it bends
public record Swish(double beta) implements Activation {
    /// With β = 1.
    public Swish() {
        this(1.0);
    }

    @Override
    public Expression apply(Expression x) {
        return x.times(x.times(beta).sigmoid());
    }
}
