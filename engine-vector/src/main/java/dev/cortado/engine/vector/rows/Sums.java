package dev.cortado.engine.vector.rows;

import dev.cortado.tensor.Tensor;

/// The sum of all elements.
public final class Sums {
    private Sums() {}

    /// In float64, in an order that depends on the number of elements alone.
    public static double all(Tensor a) {
        return Strands.sum(a.data(), 0, a.elements());
    }
}
