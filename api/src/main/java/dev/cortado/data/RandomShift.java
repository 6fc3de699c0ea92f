package dev.cortado.data;

import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// Moves each image by a random whole number of pixels, down or up and to either side, every distance equally likely; all
/// channels alike. What comes in from beyond the border is 0.
///
/// @param pixels how far at most, in each direction
public record RandomShift(@Setting(min = 0) int pixels) implements Augmentation {
    /// By up to two pixels.
    public RandomShift() {
        this(2);
    }

    @Override
    public void requireFit(Shape sample) {
        if (sample.rank() != 3) {
            throw new IllegalArgumentException(
                    "random_shift moves images of [channels, height, width], not samples of %s".formatted(sample));
        }
        if (pixels >= Math.min(sample.length(1), sample.length(2))) {
            throw new IllegalArgumentException(
                    "random_shift by up to %d pixels may move all of %s out of sight".formatted(pixels, sample));
        }
    }

    @Override
    public void apply(Tensor inputs, Randomness randomness) {
        int images = inputs.shape().length(0);
        int channels = inputs.shape().length(1);
        int height = inputs.shape().length(2);
        int width = inputs.shape().length(3);
        for (int image = 0; image < images; image++) {
            int down = distance(randomness, 2L * image);
            int right = distance(randomness, 2L * image + 1);
            for (int channel = 0; channel < channels; channel++) {
                shift(inputs.data(), (image * channels + channel) * height * width, height, width, down, right);
            }
        }
    }

    private int distance(Randomness randomness, long element) {
        return (int) randomness.uniform(element, 0, 2 * pixels + 1) - pixels;
    }

    /// Goes against the direction of the move, so that no row is overwritten before it has moved.
    private static void shift(float[] data, int offset, int height, int width, int down, int right) {
        for (int i = 0; i < height; i++) {
            int row = down > 0 ? height - 1 - i : i;
            int to = offset + row * width;
            int from = row - down;
            if (from < 0 || from >= height) {
                Arrays.fill(data, to, to + width, 0);
            } else {
                shiftRow(data, offset + from * width, to, width, right);
            }
        }
    }

    private static void shiftRow(float[] data, int from, int to, int width, int right) {
        int seen = width - Math.abs(right);
        System.arraycopy(data, from + Math.max(0, -right), data, to + Math.max(0, right), seen);
        int empty = right > 0 ? to : to + seen;
        Arrays.fill(data, empty, empty + width - seen, 0);
    }
}
