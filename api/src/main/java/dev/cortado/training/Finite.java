package dev.cortado.training;

import dev.cortado.tensor.Tensor;

/// Looks for numbers that are infinite or NaN.
final class Finite {
    private Finite() {
    }

    /// The largest absolute value; NaN if there is one.
    static float largest(Tensor tensor) {
        float[] data = tensor.data();
        float largest = 0;
        for (int i = 0; i < data.length; i++) {
            largest = Math.max(largest, Math.abs(data[i]));
        }
        return largest;
    }

    /// The row of the first element that is not finite, or −1.
    static int badRow(Tensor tensor) {
        float[] data = tensor.data();
        for (int i = 0; i < data.length; i++) {
            if (!Float.isFinite(data[i])) {
                return i / tensor.columns();
            }
        }
        return -1;
    }
}
