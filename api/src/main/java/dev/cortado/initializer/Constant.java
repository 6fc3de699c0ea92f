package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// All the same number.
///
/// @param number which one
public record Constant(double number) implements Initializer {
    /// All zero.
    public Constant() {
        this(0);
    }

    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        return number;
    }
}
