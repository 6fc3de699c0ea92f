package dev.cortado.engine;

import dev.cortado.tensor.Shape;

/// Where the windows of a convolution or of a pooling lie over an image of [channels, height, width].
///
/// A window covers `down.window() · across.window()` pixels of every channel, and the windows stand in
/// `down.places()` rows of `across.places()`, one for each pixel of the output. Where a window reaches over the edge there is
/// padding.
///
/// @param channels how many channels an image has
/// @param down along the height
/// @param across along the width
public record Windows(int channels, Along down, Along across) {

    /// The windows along one axis: window p begins at pixel p · stride − before, and its pixels are `dilation` apart.
    ///
    /// @param length how many pixels the image has
    /// @param window how many of them a window covers
    /// @param stride how far the next window is
    /// @param dilation how far the next pixel of a window is
    /// @param before how many pixels of padding come before the first
    /// @param places how many windows there are
    public record Along(int length, int window, int stride, int dilation, int before, int places) {
        /// The pixel that is number `i` in the window at a place; it may lie in the padding, below 0 or from `length` on.
        int pixel(int place, int i) {
            return place * stride - before + i * dilation;
        }

        /// The first place whose pixel number `i` lies in the image.
        int firstPlace(int i) {
            return Math.clamp(Math.ceilDiv(before - i * dilation, stride), 0, places);
        }

        /// One more than the last place whose pixel number `i` lies in the image.
        int endPlace(int i) {
            return Math.clamp(Math.ceilDiv(length + before - i * dilation, stride), firstPlace(i), places);
        }
    }

    /// The pixels of a window, all channels together: what one output pixel is made of.
    public int inputs() {
        return channels * down.window() * across.window();
    }

    /// How many windows there are in an image.
    public int places() {
        return down.places() * across.places();
    }

    /// How many numbers an image has.
    public int pixels() {
        return channels * down.length() * across.length();
    }

    /// The shape of a batch of images.
    public Shape images(int rows) {
        return Shape.of(rows, channels, down.length(), across.length());
    }

    /// The shape of a batch of outputs with so many channels.
    public Shape outputs(int rows, int filters) {
        return Shape.of(rows, filters, down.places(), across.places());
    }
}
