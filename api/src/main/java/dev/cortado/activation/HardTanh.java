package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// The straight line cut off: g(z) = min(max(z, minimum), maximum); its derivative at both kinks is 0 (Collobert, 2004).
///
/// @param minimum the smallest value
/// @param maximum the largest value
public record HardTanh(double minimum, double maximum) implements Activation {
    /// Between −1 and 1.
    public HardTanh() {
        this(-1, 1);
    }

    /// Between these.
    ///
    /// @throws IllegalArgumentException if the minimum is not below the maximum
    public HardTanh {
        if (minimum >= maximum) {
            throw new IllegalArgumentException("The minimum of hard_tanh, %s, must be below its maximum, %s"
                    .formatted(minimum, maximum));
        }
    }

    @Override
    public Expression apply(Expression x) {
        return x.max(minimum).min(maximum);
    }
}
