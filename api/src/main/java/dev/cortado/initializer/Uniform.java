package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// Uniform from a minimum to a maximum, whatever flows in and out.
///
/// @param minimum the smallest number
/// @param maximum no number is larger
public record Uniform(double minimum, double maximum) implements Initializer {
    /// Between −0.05 and 0.05.
    public Uniform() {
        this(-0.05, 0.05);
    }

    /// Between these.
    ///
    /// @throws IllegalArgumentException if the minimum is above the maximum
    public Uniform {
        if (minimum > maximum) {
            throw new IllegalArgumentException("The minimum of uniform, %s, is above its maximum, %s".formatted(minimum, maximum));
        }
    }

    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        return randomness.uniform(element, minimum, maximum);
    }
}
