package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// All one: for scales.
public record Ones() implements Initializer {
    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        return 1;
    }
}
