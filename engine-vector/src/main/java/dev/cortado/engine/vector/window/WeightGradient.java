package dev.cortado.engine.vector.window;

import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The gradient of the weight: four filters and three inputs of the window at a time, over a few images at a time, which so stay in the cache. Members share the weights,
/// not the images, and so no sum.
final class WeightGradient {
    /// So many vectors are worth loading and storing the sums.
    private static final int VECTORS_TOGETHER = 64;

    private final Strips strips;
    private final int filters;
    private final int inputTiles;
    private final int tiles;
    private final int together;
    private final int[] xs;
    private final int[] ys;
    private final float[] sums;
    private final float[][] images;
    private final float[][] outputs;

    WeightGradient(Strips strips, int filters, int members) {
        this.strips = strips;
        this.filters = filters;
        inputTiles = Math.ceilDiv(strips.offsets.length, 3);
        tiles = Math.ceilDiv(filters, 4) * inputTiles;
        together = Math.ceilDiv(VECTORS_TOGETHER, strips.vectors);
        xs = new int[together * strips.vectors];
        ys = new int[together * strips.vectors];
        for (int i = 0; i < xs.length; i++) {
            int v = i % strips.vectors;
            xs[i] = i / strips.vectors * strips.image + strips.positions[v];
            ys[i] = i / strips.vectors * filters * strips.plane + v * strips.lanes;
        }
        sums = new float[tiles * 12 * strips.lanes];
        images = new float[members][0];
        outputs = new float[members][0];
    }

    /// Computes a member's share of the weights.
    void add(int member, int members, Tensor batch, Tensor outputGradient, float[] gradient) {
        int first = (int) ((long) tiles * member / members);
        int end = (int) ((long) tiles * (member + 1) / members);
        Arrays.fill(sums, first * 12 * strips.lanes, end * 12 * strips.lanes, 0);
        for (int row = 0; row < batch.rows(); row += together) {
            int count = Math.min(together, batch.rows() - row);
            add(first, end, count, laidOutImages(member, batch.data(), row, count), strips.imagesAsTheyAre ? row * strips.image : 0,
                    laidOutOutputs(member, outputGradient.data(), row, count), strips.outputsAsTheyAre ? row * filters * strips.plane : 0);
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

    private float[] laidOutOutputs(int member, float[] gradient, int row, int count) {
        if (strips.outputsAsTheyAre) {
            return gradient;
        }
        if (outputs[member].length == 0) {
            outputs[member] = new float[together * filters * strips.plane];
        }
        for (int i = 0; i < count; i++) {
            strips.layOutOutput(gradient, (row + i) * filters * strips.windows.places(), filters, outputs[member], i * filters * strips.plane);
        }
        return outputs[member];
    }

    private void add(int first, int end, int count, float[] x, int xStart, float[] y, int yStart) {
        for (int tile = first; tile < end; tile++) {
            int filter = 4 * (tile / inputTiles);
            int input = 3 * (tile % inputTiles);
            WeightTile.add(x, xStart + offset(input), xStart + offset(input + 1), xStart + offset(input + 2),
                    y, yStart + plane(filter), yStart + plane(filter + 1), yStart + plane(filter + 2), yStart + plane(filter + 3),
                    xs, ys, count * strips.vectors, sums, tile * 12 * strips.lanes);
        }
    }

    /// An input or filter that is not there stands for the last one; its sums are left out.
    private int offset(int input) {
        return strips.offsets[Math.min(input, strips.offsets.length - 1)];
    }

    private int plane(int filter) {
        return Math.min(filter, filters - 1) * strips.plane;
    }

    private void join(int tile, float[] gradient) {
        int inputs = strips.offsets.length;
        for (int i = 0; i < 12; i++) {
            int filter = 4 * (tile / inputTiles) + i / 3;
            int input = 3 * (tile % inputTiles) + i % 3;
            if (filter < filters && input < inputs) {
                gradient[filter * inputs + input] += WeightTile.join(sums, (tile * 12 + i) * strips.lanes);
            }
        }
    }
}
