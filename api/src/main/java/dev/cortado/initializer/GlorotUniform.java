package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// Uniform in ±√(6 / (fanIn + fanOut)): keeps the size of signals and gradients through sigmoid, tanh and linear layers
/// (Glorot and Bengio, *Understanding the difficulty of training deep feedforward neural networks*, 2010).
public record GlorotUniform() implements Initializer {
    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        double limit = Math.sqrt(6.0 / (fanIn + fanOut));
        return randomness.uniform(element, -limit, limit);
    }
}
