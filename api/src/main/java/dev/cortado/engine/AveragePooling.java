package dev.cortado.engine;

import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The mean of each window.
///
/// @param countsPadding whether the padding counts as pixels of 0, or not at all
record AveragePooling(Windows windows, boolean countsPadding) implements Pooling {
    @Override
    public void run(Tensor images, Tensor result) {
        int at = 0;
        for (int plane = 0; plane < images.rows() * windows.channels(); plane++) {
            for (int y = 0; y < windows.down().places(); y++) {
                for (int x = 0; x < windows.across().places(); x++) {
                    result.data()[at++] = sum(images.data(), plane, y, x) / count(y, x);
                }
            }
        }
    }

    private float sum(float[] images, int plane, int y, int x) {
        float sum = 0;
        for (int i = 0; i < windows.down().window(); i++) {
            for (int j = 0; j < windows.across().window(); j++) {
                int at = pixel(plane, y, i, x, j);
                sum += at < 0 ? 0 : images[at];
            }
        }
        return sum;
    }

    /// Where a pixel of a window is; negative in the padding.
    private int pixel(int plane, int y, int i, int x, int j) {
        Windows.Along down = windows.down();
        Windows.Along across = windows.across();
        int row = down.pixel(y, i);
        int column = across.pixel(x, j);
        boolean inside = row >= 0 && row < down.length() && column >= 0 && column < across.length();
        return inside ? (plane * down.length() + row) * across.length() + column : -1;
    }

    private int count(int y, int x) {
        if (countsPadding) {
            return windows.down().window() * windows.across().window();
        }
        int count = 0;
        for (int i = 0; i < windows.down().window(); i++) {
            for (int j = 0; j < windows.across().window(); j++) {
                count += pixel(0, y, i, x, j) < 0 ? 0 : 1;
            }
        }
        return Math.max(1, count);
    }

    @Override
    public void back(Tensor images, Tensor outputGradient, Tensor imagesGradient) {
        Arrays.fill(imagesGradient.data(), 0);
        int at = 0;
        for (int plane = 0; plane < images.rows() * windows.channels(); plane++) {
            for (int y = 0; y < windows.down().places(); y++) {
                for (int x = 0; x < windows.across().places(); x++) {
                    share(outputGradient.data()[at++] / count(y, x), plane, y, x, imagesGradient.data());
                }
            }
        }
    }

    private void share(float gradient, int plane, int y, int x, float[] images) {
        for (int i = 0; i < windows.down().window(); i++) {
            for (int j = 0; j < windows.across().window(); j++) {
                int at = pixel(plane, y, i, x, j);
                if (at >= 0) {
                    images[at] += gradient;
                }
            }
        }
    }
}
