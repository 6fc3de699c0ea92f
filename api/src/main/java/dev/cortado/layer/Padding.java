package dev.cortado.layer;

import dev.cortado.engine.Windows;
import dev.cortado.tensor.Shape;

/// What is put around an image: `valid` for nothing, a number of pixels (`1`, or `[1, 2]` above and below, left and right), or
/// `same` for as much as gives an output of the image's size divided by the stride, rounded up; if that is odd, the one pixel
/// more comes below and right.
public record Padding(boolean isSame, int height, int width) {
    /// As much as keeps the size.
    public static final Padding SAME = new Padding(true, 0, 0);
    /// Nothing.
    public static final Padding VALID = new Padding(false, 0, 0);

    /// So much above and below, and so much left and right.
    ///
    /// @throws IllegalArgumentException if a number is negative, or given for "same"
    public Padding {
        if (height < 0 || width < 0 || (isSame && (height > 0 || width > 0))) {
            throw new IllegalArgumentException("A padding is 'same' or two numbers from 0 on, not %d and %d".formatted(height, width));
        }
    }

    /// So many pixels on each side.
    public static Padding of(int pixels) {
        return new Padding(false, pixels, pixels);
    }

    /// Reads the text form.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Padding valueOf(String text) {
        return switch (text) {
            case "same" -> SAME;
            case "valid" -> VALID;
            default -> {
                int[] lengths = Size.lengths(text);
                yield new Padding(false, lengths[0], lengths[1]);
            }
        };
    }

    /// The windows over images of this shape.
    ///
    /// @throws IllegalArgumentException if it is no shape of images, or they are too small; the message says which
    Windows windows(String layer, Shape image, Size window, Size stride, Size dilation) {
        if (image.rank() != 3 || image.elements() == 0) {
            throw new IllegalArgumentException("%s takes images of [channels, height, width], not %s".formatted(layer, image));
        }
        return new Windows(image.length(0),
                along(layer, "high", image.length(1), window.height(), stride.height(), dilation.height(), height),
                along(layer, "wide", image.length(2), window.width(), stride.width(), dilation.width(), width));
    }

    private Windows.Along along(String layer, String what, int length, int window, int stride, int dilation, int pixels) {
        long covered = (window - 1L) * dilation + 1;
        if (isSame) {
            int places = Math.ceilDiv(length, stride);
            long missing = Math.max(0, (places - 1L) * stride + covered - length);
            return new Windows.Along(length, window, stride, dilation, (int) (missing / 2), places);
        }
        long padded = length + 2L * pixels;
        if (covered > padded) {
            throw new IllegalArgumentException("%s needs images at least %d pixels %s, padding included, not %d"
                    .formatted(layer, covered, what, padded));
        }
        return new Windows.Along(length, window, stride, dilation, pixels, (int) ((padded - covered) / stride) + 1);
    }

    /// The text form.
    @Override
    public String toString() {
        return isSame ? "same" : height == 0 && width == 0 ? "valid" : Size.text(height, width);
    }
}
