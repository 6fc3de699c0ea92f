package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// All zero: for biases.
public record Zeros() implements Initializer {
    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        return 0;
    }
}
