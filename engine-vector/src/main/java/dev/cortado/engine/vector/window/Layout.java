package dev.cortado.engine.vector.window;

import dev.cortado.engine.Windows;

/// Where the vectors of a convolution's output lie, and the pixels of the images that they meet: in [Strips] a vector holds neighbouring pixels, in [Abreast] the same
/// pixel of several images. The tiles that compute know only where a vector begins, and how much further on is what it meets.
abstract sealed class Layout permits Strips, Abreast {
    final Windows windows;
    final int lanes;
    /// Images that are laid out together.
    final int images;
    /// Vectors in an output of one channel.
    final int vectors;
    /// Floats in an output of one channel.
    final int plane;
    /// Where each vector begins in a channel of the image.
    final int[] positions;
    /// How much further on the pixel is that belongs to an input of the window: channel by channel, row by row.
    final int[] offsets;

    /// @param channel floats in a channel of the image
    /// @param row floats in a row of it
    /// @param pixel floats from one pixel to the next
    Layout(Windows windows, int lanes, int images, int[] positions, int channel, int row, int pixel) {
        this.windows = windows;
        this.lanes = lanes;
        this.images = images;
        this.positions = positions;
        vectors = positions.length;
        plane = vectors * lanes;
        offsets = new int[windows.inputs()];
        int width = windows.across().window();
        int taps = windows.down().window() * width;
        for (int i = 0; i < offsets.length; i++) {
            int tap = i % taps;
            offsets[i] = i / taps * channel + tap / width * windows.down().dilation() * row + tap % width * windows.across().dilation() * pixel;
        }
    }

    /// How far a window reaches beyond its first pixel.
    static int reach(Windows.Along along) {
        return (along.window() - 1) * along.dilation();
    }

    /// The inputs, in their order, that the vectors from v on see, which are taken together; the others are padding for all of them.
    abstract int[] seen(int v);

    /// Whether images lie in memory as they are laid out, or outputs.
    abstract boolean imagesAsTheyAre();

    abstract boolean outputsAsTheyAre();

    /// Floats in images that are laid out together.
    abstract int image();

    /// Copies images into their layout; what is not written there is 0 and stays so.
    abstract void layOutImages(float[] from, int start, float[] to, int at);

    /// Copies so many channels of outputs out of their layout.
    ///
    /// @param sample how far the next image's output is
    abstract void takeOutputs(float[] from, int channels, float[] outputs, int start, int sample);

    /// Copies a channel of outputs to vectors that begin `step` apart.
    ///
    /// @param scratch as long as [#scratch()]
    abstract void spreadOutputs(float[] outputs, int start, int sample, float[] scratch, float[] to, int at, int step);

    /// How many floats [#spreadOutputs] needs, which are 0 at first.
    abstract int scratch();
}
