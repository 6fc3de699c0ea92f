package dev.cortado.training;

import dev.cortado.tensor.Tensor;

/// Looks for numbers that are infinite or NaN.
final class Finite {
    private Finite() {
    }

    /// Whether all elements are finite. For such an x, 1 + x · 0 is 1; for others it is NaN, which becomes 0 as an int. The JVM makes vectors of this
    /// loop, and its sums do not wait for one another as those of a maximum would, which takes four times as long.
    static boolean all(Tensor tensor) {
        float[] data = tensor.data();
        int finite = 0;
        for (int i = 0; i < data.length; i++) {
            finite += (int) (1 + data[i] * 0);
        }
        return finite == data.length;
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
