package dev.cortado.engine.vector.window;

import dev.cortado.engine.Windows;

/// Where the vectors of a convolution's output lie, and the pixels of the image that they meet.
///
/// A row of the output is cut into vectors; where the last one is not full, rows of the output are laid out longer (`rowLength`), and those of the image with them, so
/// that no vector reads or writes what is not its own. Such an image, or one with padding, is copied; others are read where they are.
final class Strips {
    final Windows windows;
    final int lanes;
    /// Vectors in an output of one channel.
    final int vectors;
    /// Floats in an output of one channel as it is laid out.
    final int plane;
    /// Floats in an image as it is laid out.
    final int image;
    /// Where each vector begins in a channel of the image.
    final int[] positions;
    /// How much further on the pixel is that belongs to an input of the window: channel by channel, row by row.
    final int[] offsets;
    /// The same within the first channel.
    final int[] taps;
    /// Whether images, or outputs, lie in memory as they are laid out.
    final boolean imagesAsTheyAre;
    final boolean outputsAsTheyAre;
    final int channel;
    private final int rowLength;
    private final int imageRow;

    Strips(Windows windows, int lanes) {
        this.windows = windows;
        this.lanes = lanes;
        Windows.Along down = windows.down();
        Windows.Along across = windows.across();
        int perRow = Math.ceilDiv(across.places(), lanes);
        rowLength = perRow * lanes;
        vectors = down.places() * perRow;
        plane = vectors * lanes;
        imageRow = rowLength + (across.window() - 1) * across.dilation();
        channel = imageRow * (down.places() + (down.window() - 1) * down.dilation());
        image = windows.channels() * channel;
        imagesAsTheyAre = imageRow == across.length() && channel == imageRow * down.length() && across.before() == 0 && down.before() == 0;
        outputsAsTheyAre = rowLength == across.places();
        positions = new int[vectors];
        for (int v = 0; v < vectors; v++) {
            positions[v] = v / perRow * imageRow + v % perRow * lanes;
        }
        taps = new int[down.window() * across.window()];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = i / across.window() * down.dilation() * imageRow + i % across.window() * across.dilation();
        }
        offsets = new int[windows.inputs()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = i / taps.length * channel + taps[i % taps.length];
        }
    }

    /// Whether windows can be read so, and vectors are full enough for it to pay.
    static boolean fit(Windows windows, int lanes) {
        return windows.down().stride() == 1 && windows.across().stride() == 1 && 2 * windows.across().places() >= lanes
                && (long) windows.down().places() * Math.ceilDiv(windows.across().places(), lanes) >= 2;
    }

    /// Copies an image into its layout; what is not written there is 0 and stays so.
    void layOutImage(float[] images, int start, float[] to, int at) {
        Windows.Along down = windows.down();
        Windows.Along across = windows.across();
        int rows = Math.min(down.length(), channel / imageRow - down.before());
        int length = Math.min(across.length(), imageRow - across.before());
        for (int c = 0; c < windows.channels(); c++) {
            for (int y = 0; y < rows; y++) {
                System.arraycopy(images, start + (c * down.length() + y) * across.length(),
                        to, at + c * channel + (y + down.before()) * imageRow + across.before(), length);
            }
        }
    }

    /// Copies the image itself out of its layout.
    void takeImage(float[] from, float[] images, int start) {
        Windows.Along down = windows.down();
        Windows.Along across = windows.across();
        int rows = Math.min(down.length(), channel / imageRow - down.before());
        int length = Math.min(across.length(), imageRow - across.before());
        for (int c = 0; c < windows.channels(); c++) {
            for (int y = 0; y < rows; y++) {
                System.arraycopy(from, c * channel + (y + down.before()) * imageRow + across.before(),
                        images, start + (c * down.length() + y) * across.length(), length);
            }
        }
    }

    /// Copies so many channels of an output into their layout, where the ends of the rows are 0 and stay so.
    void layOutOutput(float[] outputs, int start, int channels, float[] to, int at) {
        int length = windows.across().places();
        for (int row = 0; row < channels * windows.down().places(); row++) {
            System.arraycopy(outputs, start + row * length, to, at + row * rowLength, length);
        }
    }

    /// Copies so many channels of an output out of their layout.
    void takeOutput(float[] from, int channels, float[] outputs, int start) {
        int length = windows.across().places();
        for (int row = 0; row < channels * windows.down().places(); row++) {
            System.arraycopy(from, row * rowLength, outputs, start + row * length, length);
        }
    }
}
