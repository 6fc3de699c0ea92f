package dev.cortado.engine;

import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The largest number of each window; padding counts as −∞. Of equal ones the first counts, of NaN the last, as in PyTorch. The
/// way back looks for it again instead of keeping where it was.
record MaxPooling(Windows windows) implements Pooling {
    @Override
    public void run(Tensor images, Tensor result) {
        int at = 0;
        for (int plane = 0; plane < images.rows() * windows.channels(); plane++) {
            for (int y = 0; y < windows.down().places(); y++) {
                for (int x = 0; x < windows.across().places(); x++) {
                    int largest = largest(images.data(), plane, y, x);
                    result.data()[at++] = largest < 0 ? Float.NEGATIVE_INFINITY : images.data()[largest];
                }
            }
        }
    }

    @Override
    public void back(Tensor images, Tensor outputGradient, Tensor imagesGradient) {
        Arrays.fill(imagesGradient.data(), 0);
        int at = 0;
        for (int plane = 0; plane < images.rows() * windows.channels(); plane++) {
            for (int y = 0; y < windows.down().places(); y++) {
                for (int x = 0; x < windows.across().places(); x++) {
                    int largest = largest(images.data(), plane, y, x);
                    if (largest >= 0) {
                        imagesGradient.data()[largest] += outputGradient.data()[at];
                    }
                    at++;
                }
            }
        }
    }

    /// Where the largest number is; negative if the whole window lies in the padding.
    private int largest(float[] images, int plane, int y, int x) {
        Windows.Along down = windows.down();
        Windows.Along across = windows.across();
        int largest = -1;
        for (int i = 0; i < down.window(); i++) {
            int row = down.pixel(y, i);
            for (int j = 0; j < across.window() && row >= 0 && row < down.length(); j++) {
                int column = across.pixel(x, j);
                if (column >= 0 && column < across.length()) {
                    int at = (plane * down.length() + row) * across.length() + column;
                    float value = images[at];
                    largest = largest < 0 || value > images[largest] || Float.isNaN(value) ? at : largest;
                }
            }
        }
        return largest;
    }
}
