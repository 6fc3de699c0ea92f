package dev.cortado.initializer;

import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Randomness;

/// Normal with a mean and a standard deviation, whatever flows in and out.
///
/// @param mean the mean
/// @param deviation the standard deviation
public record Normal(double mean, @Setting(min = 0) double deviation) implements Initializer {
    /// With mean 0 and standard deviation 0.05.
    public Normal() {
        this(0, 0.05);
    }

    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        return mean + deviation * randomness.normal(element);
    }
}
