package dev.cortado.initializer;

import dev.cortado.tensor.Randomness;

/// Uniform in ±√(6 / (fanIn + fanOut)), or with √2 in place of √6 before a logistic activation: what scikit-learn's
/// `MLPClassifier` and `MLPRegressor` begin with, in weights and biases alike.
///
/// @param logistic whether the units are logistic
public record SklearnUniform(boolean logistic) implements Initializer {
    /// For tanh, ReLU and linear units.
    public SklearnUniform() {
        this(false);
    }

    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        double limit = Math.sqrt((logistic ? 2.0 : 6.0) / ((double) fanIn + fanOut));
        return randomness.uniform(element, -limit, limit);
    }
}
