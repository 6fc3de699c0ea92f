package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// Normal with variance 2 / fanIn: keeps the size of signals through ReLU layers
/// (He, Zhang, Ren and Sun, *Delving deep into rectifiers*, 2015).
public record HeNormal() implements Initializer {
    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        return randomness.normal(element) * Math.sqrt(2.0 / fanIn);
    }
}
