package dev.cortado.engine.vector.window;

import dev.cortado.engine.Windows;

/// Where the vectors of a convolution's output lie, and the pixels of the image that they meet.
///
/// Either each row of the output is cut into vectors, and rows of the output are laid out longer (`rowLength`) where the last one is not full, and those of the image with
/// them. Or vectors run on from row to row, across the pixels at the end of a row of the image where no window begins: their sums are left out, their gradients are 0. What
/// needs fewer vectors is done: the first where rows fill vectors, the second where they are narrower, or a little wider. An image that does not lie so, or has padding, is
/// copied; others are read where they are.
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
    /// Whether images, or outputs, lie in memory as they are laid out.
    final boolean imagesAsTheyAre;
    final boolean outputsAsTheyAre;
    private final int channel;
    private final int rowLength;
    private final int imageRow;

    Strips(Windows windows, int lanes) {
        this.windows = windows;
        this.lanes = lanes;
        Windows.Along down = windows.down();
        Windows.Along across = windows.across();
        int reach = (across.window() - 1) * across.dilation();
        int perRow = Math.ceilDiv(across.places(), lanes);
        int running = Math.ceilDiv((down.places() - 1) * (across.places() + reach) + across.places(), lanes);
        boolean runsOn = running < perRow * down.places();
        vectors = runsOn ? running : perRow * down.places();
        plane = vectors * lanes;
        rowLength = runsOn ? across.places() + reach : perRow * lanes;
        imageRow = runsOn ? rowLength : rowLength + reach;
        channel = imageRow * (down.places() + (down.window() - 1) * down.dilation());
        positions = new int[vectors];
        for (int v = 0; v < vectors; v++) {
            positions[v] = runsOn ? v * lanes : v / perRow * imageRow + v % perRow * lanes;
        }
        boolean within = positions[vectors - 1] + lanes + reach <= down.places() * imageRow;
        imagesAsTheyAre = within && imageRow == across.length() && channel == imageRow * down.length() && across.before() == 0 && down.before() == 0;
        outputsAsTheyAre = rowLength == across.places() && plane == windows.places();
        image = imagesAsTheyAre ? windows.pixels() : windows.channels() * channel + lanes;
        int taps = down.window() * across.window();
        offsets = new int[windows.inputs()];
        for (int i = 0; i < offsets.length; i++) {
            int tap = i % taps;
            offsets[i] = i / taps * channel + tap / across.window() * down.dilation() * imageRow + tap % across.window() * across.dilation();
        }
    }

    /// Whether windows can be read so, and vectors are full enough for it to pay.
    boolean pay() {
        return isPlain(windows.down()) && isPlain(windows.across()) && vectors >= 2 && 2 * windows.places() >= plane;
    }

    /// Whether windows are a pixel apart, begin no further outside than they reach, and see the whole image.
    private static boolean isPlain(Windows.Along along) {
        int reach = (along.window() - 1) * along.dilation();
        return along.stride() == 1 && along.before() <= reach && along.before() + along.length() <= along.places() + reach;
    }

    /// Copies an image into its layout; what is not written there is 0 and stays so.
    void layOutImage(float[] images, int start, float[] to, int at) {
        Windows.Along down = windows.down();
        int length = windows.across().length();
        for (int c = 0; c < windows.channels(); c++) {
            Rows.spread(images, start + c * down.length() * length,
                    to, at + c * channel + down.before() * imageRow + windows.across().before(), imageRow, down.length(), length);
        }
    }

    /// Copies so many channels of an output into their layout, where the ends of the rows are 0 and stay so.
    void layOutOutput(float[] outputs, int start, int channels, float[] to, int at) {
        int places = windows.places();
        for (int c = 0; c < channels; c++) {
            Rows.spread(outputs, start + c * places, to, at + c * plane, rowLength, windows.down().places(), windows.across().places());
        }
    }

    /// Copies so many channels of an output out of their layout.
    void takeOutput(float[] from, int channels, float[] outputs, int start) {
        int places = windows.places();
        for (int c = 0; c < channels; c++) {
            Rows.gather(from, c * plane, rowLength, outputs, start + c * places, windows.down().places(), windows.across().places());
        }
    }
}
