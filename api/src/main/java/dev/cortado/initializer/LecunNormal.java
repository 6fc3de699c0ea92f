package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// Normal with variance 1 / fanIn: keeps the size of signals through linear layers, and through SELU
/// (LeCun, Bottou, Orr and Müller, *Efficient backprop*, 1998).
public record LecunNormal() implements Initializer {
    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        return randomness.normal(element) * Math.sqrt(1.0 / fanIn);
    }
}
