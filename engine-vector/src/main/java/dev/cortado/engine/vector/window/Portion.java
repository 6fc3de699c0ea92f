package dev.cortado.engine.vector.window;

import dev.cortado.tensor.Tensor;
import java.util.stream.IntStream;

/// A part of a batch that stays in the cache while all weights' gradients are computed from it: images in their layout, and the output's gradient as it is read,
/// filters together that are in one tile.
final class Portion {
    /// So many vectors are worth loading and storing the sums.
    private static final int VECTORS_TOGETHER = 112;

    private final Layout layout;
    private final int filters;
    private final int[] heights;
    /// So many bundles, each as many images as the layout lays out together.
    private final int together;
    private final int[] xs;
    private final float[] scratch;
    private float[] images = {};
    private float[] outputs = {};
    private int start;

    Portion(Layout layout, int filters, int[] heights) {
        this.layout = layout;
        this.filters = filters;
        this.heights = heights;
        together = Math.ceilDiv(VECTORS_TOGETHER, layout.vectors);
        xs = IntStream.range(0, together * layout.vectors)
                .map(i -> i / layout.vectors * layout.image() + layout.positions[i % layout.vectors]).toArray();
        scratch = new float[layout.scratch()];
    }

    /// How many images make a bundle.
    int images() {
        return layout.images;
    }

    /// Takes up images from a row on, and what came back to their outputs; returns how many bundles, none if there are too few images.
    int take(Tensor batch, Tensor outputGradient, int row) {
        int bundles = Math.min(together, (batch.rows() - row) / layout.images);
        if (bundles > 0 && outputs.length == 0) {
            images = layout.imagesAsTheyAre() ? images : new float[together * layout.image()];
            outputs = new float[heights.length * tile()];
        }
        start = layout.imagesAsTheyAre() ? row * layout.image() : 0;
        images = layout.imagesAsTheyAre() ? batch.data() : images;
        for (int i = 0; i < bundles; i++) {
            take(batch.data(), outputGradient.data(), row + i * layout.images, i);
        }
        return bundles;
    }

    private void take(float[] batch, float[] outputGradient, int row, int bundle) {
        if (!layout.imagesAsTheyAre()) {
            layout.layOutImages(batch, row * layout.windows.pixels(), images, bundle * layout.image());
        }
        int places = layout.windows.places();
        for (int f = 0; f < filters; f++) {
            int height = heights[f / heights[0]];
            int step = WeightTile.step(height);
            int at = f / heights[0] * tile() + bundle * layout.vectors * step + f % heights[0] * apart(height);
            layout.spreadOutputs(outputGradient, (row * filters + f) * places, filters * places, scratch, outputs, at, step);
        }
    }

    /// How far the output gradient of a tile's next filter is: after a vector, or after all.
    private int apart(int height) {
        return WeightTile.step(height) > layout.lanes ? layout.lanes : together * layout.plane;
    }

    /// Floats for the output gradient of a tile's filters.
    private int tile() {
        return heights[0] * together * layout.plane;
    }

    /// Adds to the sums of three inputs and a tile's filters.
    void add(int tile, int input, int bundles, float[] sums, int at) {
        WeightTile.add(heights[tile], images, start + offset(input), start + offset(input + 1), start + offset(input + 2),
                outputs, tile * tile(), apart(heights[tile]), xs, bundles * layout.vectors, sums, at);
    }

    /// An input that is not there stands for the last one; its sums are left out.
    private int offset(int input) {
        return layout.offsets[Math.min(input, layout.offsets.length - 1)];
    }
}
