package dev.cortado.engine.vector.window;

import dev.cortado.engine.Windows;
import java.util.stream.IntStream;

/// Neighbouring pixels in the lanes of a vector.
///
/// Either each row of the output is cut into vectors, and rows of the output are laid out longer (`rowLength`) where the last one is not full, and those of the image
/// with them. Or vectors run on from row to row, across the pixels at the end of a row of the image where no window begins: their sums are left out, their gradients are
/// 0. What needs fewer vectors is done: the first where rows fill vectors, the second where they are narrower, or a little wider. An image that does not lie so, or has
/// padding, is copied; others are read where they are.
final class Strips extends Layout {
    private final int rowLength;
    private final int imageRow;
    private final int channel;
    private final boolean imagesAsTheyAre;
    private final int[] seen;

    private Strips(Windows windows, int lanes, int[] positions, int rowLength, int imageRow) {
        super(windows, lanes, 1, positions, channel(windows, imageRow), imageRow, 1);
        this.rowLength = rowLength;
        this.imageRow = imageRow;
        channel = channel(windows, imageRow);
        Windows.Along down = windows.down();
        Windows.Along across = windows.across();
        boolean within = positions[vectors - 1] + lanes + reach(across) <= down.places() * imageRow;
        imagesAsTheyAre = within && imageRow == across.length() && channel == imageRow * down.length() && across.before() == 0 && down.before() == 0;
        seen = IntStream.range(0, offsets.length).toArray();
    }

    private static int channel(Windows windows, int imageRow) {
        return imageRow * (windows.down().places() + reach(windows.down()));
    }

    static Strips of(Windows windows, int lanes) {
        int rows = windows.down().places();
        int places = windows.across().places();
        int reach = reach(windows.across());
        int perRow = Math.ceilDiv(places, lanes);
        int running = Math.ceilDiv((rows - 1) * (places + reach) + places, lanes);
        if (running < perRow * rows) {
            int[] positions = IntStream.range(0, running).map(v -> v * lanes).toArray();
            return new Strips(windows, lanes, positions, places + reach, places + reach);
        }
        int imageRow = perRow * lanes + reach;
        int[] positions = IntStream.range(0, perRow * rows).map(v -> v / perRow * imageRow + v % perRow * lanes).toArray();
        return new Strips(windows, lanes, positions, perRow * lanes, imageRow);
    }

    /// Whether windows can be read so, and vectors are full enough for it to pay.
    boolean pay() {
        return isPlain(windows.down()) && isPlain(windows.across()) && vectors >= 2 && 2 * windows.places() >= plane;
    }

    /// Whether windows are a pixel apart, begin no further outside than they reach, and see the whole image.
    private static boolean isPlain(Windows.Along along) {
        return along.stride() == 1 && along.before() <= reach(along) && along.before() + along.length() <= along.places() + reach(along);
    }

    @Override
    int[] seen(int v) {
        return seen;
    }

    @Override
    boolean imagesAsTheyAre() {
        return imagesAsTheyAre;
    }

    @Override
    boolean outputsAsTheyAre() {
        return rowLength == windows.across().places() && plane == windows.places();
    }

    @Override
    int image() {
        return imagesAsTheyAre ? windows.pixels() : windows.channels() * channel + lanes;
    }

    @Override
    void layOutImages(float[] from, int start, float[] to, int at) {
        Windows.Along down = windows.down();
        int length = windows.across().length();
        for (int c = 0; c < windows.channels(); c++) {
            Rows.spread(from, start + c * down.length() * length,
                    to, at + c * channel + down.before() * imageRow + windows.across().before(), imageRow, down.length(), length);
        }
    }

    @Override
    void takeOutputs(float[] from, int channels, float[] outputs, int start, int sample) {
        int places = windows.places();
        for (int c = 0; c < channels; c++) {
            Rows.gather(from, c * plane, rowLength, outputs, start + c * places, windows.down().places(), windows.across().places());
        }
    }

    @Override
    void spreadOutputs(float[] outputs, int start, int sample, float[] scratch, float[] to, int at, int step) {
        if (outputsAsTheyAre()) {
            Rows.scatter(outputs, start, to, at, step, vectors);
        } else {
            Rows.spread(outputs, start, scratch, 0, rowLength, windows.down().places(), windows.across().places());
            Rows.scatter(scratch, 0, to, at, step, vectors);
        }
    }

    @Override
    int scratch() {
        return plane + lanes;
    }
}
