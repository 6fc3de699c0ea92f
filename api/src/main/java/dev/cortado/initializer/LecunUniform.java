package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// Uniform in ±√(3 / fanIn), which has variance 1 / fanIn: keeps the size of signals through linear layers, and through
/// SELU (LeCun, Bottou, Orr and Müller, *Efficient backprop*, 1998).
public record LecunUniform() implements Initializer {
    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        double limit = Math.sqrt(3.0 / fanIn);
        return randomness.uniform(element, -limit, limit);
    }
}
