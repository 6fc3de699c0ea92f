package dev.cortado.engine.vector.window;

import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The gradient of the weight: a tile of filters and three inputs of the window at a time, over a few images at a time, which so stay in the cache. Members share the weights,
/// not the images, and so no sum.
final class WeightGradient {
    /// So many vectors are worth loading and storing the sums.
    private static final int VECTORS_TOGETHER = 112;
    /// As many sums as the highest tile has.
    private static final int MOST = 8 * 3;

    private final Strips strips;
    private final int filters;
    private final int inputTiles;
    private final int tiles;
    private final int together;
    private final int[] heights;
    private final int[] xs;
    private final float[] sums;
    private final float[][] images;
    private final float[][] outputs;
    /// The output gradient of so many images, in the order in which it is read.
    private final float[][] packed;

    WeightGradient(Strips strips, int filters, int members) {
        this.strips = strips;
        this.filters = filters;
        heights = Tiling.heights(filters);
        inputTiles = Math.ceilDiv(strips.offsets.length, 3);
        tiles = heights.length * inputTiles;
        together = Math.ceilDiv(VECTORS_TOGETHER, strips.vectors);
        xs = new int[together * strips.vectors];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = i / strips.vectors * strips.image + strips.positions[i % strips.vectors];
        }
        sums = new float[tiles * MOST * strips.lanes];
        images = new float[members][0];
        outputs = new float[members][0];
        packed = new float[members][0];
    }

    /// Computes a member's share of the weights.
    void add(int member, int members, Tensor batch, Tensor outputGradient, float[] gradient) {
        int first = (int) ((long) tiles * member / members);
        int end = (int) ((long) tiles * (member + 1) / members);
        Arrays.fill(sums, first * MOST * strips.lanes, end * MOST * strips.lanes, 0);
        for (int row = 0; row < batch.rows(); row += together) {
            int count = Math.min(together, batch.rows() - row);
            add(first, end, count, laidOutImages(member, batch.data(), row, count), strips.imagesAsTheyAre ? row * strips.image : 0,
                    packedOutputs(member, outputGradient.data(), row, count));
        }
        for (int tile = first; tile < end; tile++) {
            join(tile, gradient);
        }
    }

    private float[] laidOutImages(int member, float[] batch, int row, int count) {
        if (strips.imagesAsTheyAre) {
            return batch;
        }
        if (images[member].length == 0) {
            images[member] = new float[together * strips.image];
        }
        for (int i = 0; i < count; i++) {
            strips.layOutImage(batch, (row + i) * strips.windows.pixels(), images[member], i * strips.image);
        }
        return images[member];
    }

    private float[] packedOutputs(int member, float[] gradient, int row, int count) {
        if (packed[member].length == 0) {
            outputs[member] = new float[filters * strips.plane + strips.lanes];
            packed[member] = new float[heights.length * heights[0] * together * strips.plane];
        }
        for (int i = 0; i < count; i++) {
            int start = (row + i) * filters * strips.windows.places();
            if (strips.outputsAsTheyAre) {
                pack(gradient, start, packed[member], i);
            } else {
                strips.layOutOutput(gradient, start, filters, outputs[member], 0);
                pack(outputs[member], 0, packed[member], i);
            }
        }
        return packed[member];
    }

    /// Lays the filters of a tile side by side, vector by vector.
    private void pack(float[] from, int start, float[] to, int image) {
        for (int f = 0; f < filters; f++) {
            int row = f / heights[0];
            int step = heights[row] * strips.lanes;
            int at = row * heights[0] * together * strips.plane + image * strips.vectors * step + f % heights[0] * strips.lanes;
            Rows.scatter(from, start + f * strips.plane, to, at, step, strips.vectors);
        }
    }

    private void add(int first, int end, int count, float[] x, int start, float[] y) {
        for (int tile = first; tile < end; tile++) {
            int row = tile / inputTiles;
            int input = tile % inputTiles * 3;
            WeightTile.add(heights[row], x, start + offset(input), start + offset(input + 1), start + offset(input + 2),
                    y, row * heights[0] * together * strips.plane, xs, count * strips.vectors, sums, tile * MOST * strips.lanes);
        }
    }

    /// An input that is not there stands for the last one; its sums are left out.
    private int offset(int input) {
        return strips.offsets[Math.min(input, strips.offsets.length - 1)];
    }

    private void join(int tile, float[] gradient) {
        int inputs = strips.offsets.length;
        int row = tile / inputTiles;
        for (int i = 0; i < heights[row] * 3; i++) {
            int filter = row * heights[0] + i / 3;
            int input = tile % inputTiles * 3 + i % 3;
            if (filter < filters && input < inputs) {
                gradient[filter * inputs + input] += WeightTile.join(sums, (tile * MOST + i) * strips.lanes);
            }
        }
    }
}
