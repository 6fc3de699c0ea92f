package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// Uniform in ±√(6 / fanIn), which has variance 2 / fanIn: keeps the size of signals through ReLU layers
/// (He, Zhang, Ren and Sun, *Delving deep into rectifiers*, 2015).
public record HeUniform() implements Initializer {
    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        double limit = Math.sqrt(6.0 / fanIn);
        return randomness.uniform(element, -limit, limit);
    }
}
