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

    /// Adds the sum of each channel, an image's pixels after those of the image before.
    static void addChannels(Tensor images, Tensor sums) {
        int channels = sums.elements();
        int pixels = images.columns() / channels;
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int start = c * pixels; start < images.elements(); start += channels * pixels) {
                for (int i = start; i < start + pixels; i++) {
                    sum += images.data()[i];
                }
            }
            sums.data()[c] += (float) sum;
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
