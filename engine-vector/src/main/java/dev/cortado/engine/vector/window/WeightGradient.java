package dev.cortado.engine.vector.window;

import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The gradient of the weight: a tile of filters and three inputs of the window at a time. Members share the weights, not the images, and so no sum. Each lane of a sum
/// has its own pixels, or its own images, whichever way they are laid out.
final class WeightGradient {
    /// As many sums as the highest tile has.
    private static final int MOST = 8 * 3;

    private final Team team;
    private final Strips strips;
    private final int filters;
    private final int inputs;
    private final int inputTiles;
    private final int[] heights;
    private final int tiles;
    private final float[] sums;
    private final Portion[] singles;
    private final @Nullable Portion[] abreast;

    WeightGradient(Strips strips, int filters, Team team) {
        this.team = team;
        this.strips = strips;
        this.filters = filters;
        inputs = strips.offsets.length;
        inputTiles = Math.ceilDiv(inputs, 3);
        heights = Tiling.heights(filters);
        tiles = heights.length * inputTiles;
        sums = new float[tiles * MOST * strips.lanes];
        singles = new Portion[team.size()];
        abreast = new Portion[team.size()];
        for (int member = 0; member < team.size(); member++) {
            singles[member] = new Portion(strips, filters, heights);
            abreast[member] = Abreast.pays(strips, filters) ? new Portion(new Abreast(strips.windows, strips.lanes), filters, heights) : null;
        }
    }

    /// Computes a member's share of the weights.
    void add(int member, Tensor batch, Tensor outputGradient, float[] gradient) {
        int first = team.bound(member, tiles);
        int end = team.bound(member + 1, tiles);
        Arrays.fill(sums, first * MOST * strips.lanes, end * MOST * strips.lanes, 0);
        Portion portion = abreast[member];
        int row = portion == null ? 0 : add(first, end, portion, batch, outputGradient, 0);
        add(first, end, singles[member], batch, outputGradient, row);
        for (int tile = first; tile < end; tile++) {
            join(tile, gradient);
        }
    }

    /// Adds what images from a row on say, as long as there are enough of them to be laid out together, and returns the next row.
    private int add(int first, int end, Portion portion, Tensor batch, Tensor outputGradient, int row) {
        int next = row;
        for (int bundles = portion.take(batch, outputGradient, next); bundles > 0; bundles = portion.take(batch, outputGradient, next)) {
            for (int tile = first; tile < end; tile++) {
                portion.add(tile / inputTiles, tile % inputTiles * 3, bundles, sums, tile * MOST * strips.lanes);
            }
            next += bundles * portion.images();
        }
        return next;
    }

    private void join(int tile, float[] gradient) {
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
