package dev.cortado.engine;

import dev.cortado.tensor.Tensor;

/// Sums in a fixed order.
final class Sums {
    private Sums() {
    }

    static void addRows(Tensor a, Tensor row) {
        int columns = a.columns();
        float[] from = a.data();
        float[] to = row.data();
        for (int start = 0; start < a.elements(); start += columns) {
            for (int c = 0; c < columns; c++) {
                to[c] += from[start + c];
            }
        }
    }

    static double all(Tensor a) {
        double sum = 0;
        for (float value : a.data()) {
            sum += value;
        }
        return sum;
    }
}
