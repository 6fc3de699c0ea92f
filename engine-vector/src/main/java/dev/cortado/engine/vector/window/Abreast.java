package dev.cortado.engine.vector.window;

import dev.cortado.engine.Windows;
import dev.cortado.engine.vector.product.Transposition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// As many images as there are lanes, abreast: a vector holds one pixel of each. No lane is idle, however narrow an image is, and a window that reaches over the edge
/// leaves out what is padding. For that images are transposed, and outputs back. One instance serves one thread.
final class Abreast extends Layout {
    /// Floats of images and of a tile's outputs that stay in the second cache.
    private static final int NEAR = 96 << 10;

    /// So many products for each output repay the copies.
    private static final int WORTH_COPYING = 64;

    private final int imageRow;
    private final int channel;
    private final int[][] seen;
    private final float[] dense;
    private float[] outside = {};
    private final Transposition transposition = Transposition.patient();

    Abreast(Windows windows, int lanes) {
        super(windows, lanes, lanes, positions(windows, lanes), channel(windows, lanes), imageRow(windows, lanes), lanes);
        imageRow = imageRow(windows, lanes);
        channel = channel(windows, lanes);
        dense = new float[lanes * windows.pixels()];
        seen = new int[vectors][];
        List<int[]> known = new ArrayList<>();
        int threes = Tiling.threes(vectors);
        for (int v = 0; v < vectors; v += v < threes ? 3 : 2) {
            seen[v] = once(inputs(v, v + (v < threes ? 3 : 2)), known);
        }
    }

    /// Most tiles see the same inputs.
    private static int[] once(int[] inputs, List<int[]> known) {
        return known.stream().filter(other -> Arrays.equals(other, inputs)).findFirst().orElseGet(() -> {
            known.add(inputs);
            return inputs;
        });
    }

    private static int imageRow(Windows windows, int lanes) {
        return (windows.across().places() + reach(windows.across())) * lanes;
    }

    private static int channel(Windows windows, int lanes) {
        return imageRow(windows, lanes) * (windows.down().places() + reach(windows.down()));
    }

    private static int[] positions(Windows windows, int lanes) {
        int places = windows.across().places();
        return IntStream.range(0, windows.places()).map(v -> v / places * imageRow(windows, lanes) + v % places * lanes).toArray();
    }

    /// Whether it pays to lay images out so that could be read by strips: where these leave at least one lane in eight idle, and the copies are small, and repaid by
    /// what is done with them.
    static boolean pays(Strips strips, int filters) {
        Windows windows = strips.windows;
        int lanes = strips.lanes;
        long floats = (long) windows.channels() * channel(windows, lanes) + (long) Math.min(filters, 8) * windows.places() * lanes;
        return 8 * windows.places() <= 7 * strips.plane && windows.inputs() >= WORTH_COPYING && floats <= NEAR
                && windows.places() >= lanes && windows.pixels() >= lanes;
    }

    /// The inputs that are inside the image for one of these vectors, at least.
    private int[] inputs(int first, int end) {
        int width = windows.across().window();
        int taps = windows.down().window() * width;
        return IntStream.range(0, windows.inputs()).filter(i -> IntStream.range(first, end).anyMatch(v ->
                isInside(windows.down(), v / windows.across().places(), i % taps / width)
                        && isInside(windows.across(), v % windows.across().places(), i % width))).toArray();
    }

    private static boolean isInside(Windows.Along along, int place, int i) {
        int pixel = place - along.before() + i * along.dilation();
        return pixel >= 0 && pixel < along.length();
    }

    @Override
    int[] seen(int v) {
        return seen[v];
    }

    @Override
    boolean imagesAsTheyAre() {
        return false;
    }

    @Override
    boolean outputsAsTheyAre() {
        return false;
    }

    @Override
    int image() {
        return windows.channels() * channel;
    }

    @Override
    void layOutImages(float[] from, int start, float[] to, int at) {
        int pixels = windows.pixels();
        if (image() == lanes * pixels) {
            transposition.run(from, start, pixels, lanes, pixels, to, at, lanes);
            return;
        }
        transposition.run(from, start, pixels, lanes, pixels, dense, 0, lanes);
        Windows.Along down = windows.down();
        int length = windows.across().length() * lanes;
        for (int row = 0; row < windows.channels() * down.length(); row++) {
            int y = row % down.length() + down.before();
            System.arraycopy(dense, row * length, to, at + row / down.length() * channel + y * imageRow + windows.across().before() * lanes, length);
        }
    }

    /// By way of memory that is near: images often lie a power of two apart, where a cache has no room for a few pixels of each. What remains of the pixels when they are
    /// taken as many at a time as there are lanes is covered by vectors that overlap those before.
    @Override
    void takeOutputs(float[] from, int channels, float[] outputs, int start, int sample) {
        int pixels = channels * windows.places();
        int apart = pixels + lanes;
        int whole = pixels / lanes * lanes;
        outside = outside.length < lanes * apart ? new float[lanes * apart] : outside;
        transposition.run(from, 0, lanes, whole, lanes, outside, 0, apart);
        if (whole < pixels) {
            transposition.run(from, (pixels - lanes) * lanes, lanes, lanes, lanes, outside, pixels - lanes, apart);
        }
        for (int i = 0; i < lanes; i++) {
            System.arraycopy(outside, i * apart, outputs, start + i * sample, pixels);
        }
    }

    @Override
    void spreadOutputs(float[] outputs, int start, int sample, float[] scratch, float[] to, int at, int step) {
        transposition.run(outputs, start, sample, lanes, windows.places(), to, at, step);
    }

    @Override
    int scratch() {
        return 0;
    }
}
