package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// Normal with variance 2 / (fanIn + fanOut): keeps the size of signals and gradients through sigmoid, tanh and linear layers
/// (Glorot and Bengio, *Understanding the difficulty of training deep feedforward neural networks*, 2010).
public record GlorotNormal() implements Initializer {
    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        return randomness.normal(element) * Math.sqrt(2.0 / ((double) fanIn + fanOut));
    }
}
