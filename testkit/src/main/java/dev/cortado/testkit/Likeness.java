package dev.cortado.testkit;

import dev.cortado.tensor.Tensor;
import java.util.function.Supplier;

/// Whether two tensors say the same, as far as float32 goes.
final class Likeness {
    private Likeness() {
    }

    /// Fails unless both have the same shape and no element differs by more than a part of the largest magnitude.
    static void check(Tensor actual, Tensor expected, double relative, Supplier<String> what) {
        if (!actual.shape().equals(expected.shape())) {
            throw new AssertionError("%s: shape %s, should be %s".formatted(what.get(), actual.shape(), expected.shape()));
        }
        double largest = 1e-30;
        for (float value : expected.data()) {
            largest = Math.max(largest, Math.abs(value));
        }
        double allowed = relative * largest;
        Rounding.check(actual, i -> expected.data()[i], i -> allowed, what);
    }

    /// Fails if an element is NaN or infinite.
    static void checkFinite(Tensor tensor, Supplier<String> what) {
        for (int i = 0; i < tensor.elements(); i++) {
            if (!Float.isFinite(tensor.data()[i])) {
                throw new AssertionError("%s: element %d of %s is %s".formatted(what.get(), i, tensor.shape(), tensor.data()[i]));
            }
        }
    }
}
