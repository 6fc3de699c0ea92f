package dev.cortado.engine.vector.window;

import dev.cortado.engine.vector.species.Species;
import java.util.Arrays;

/// What is taken together: vectors by threes, and at the end by twos; filters by eights where there are 32 registers for their sums (16 lanes), else by fours.
final class Tiling {
    private static final int LANES = Species.FLOATS.length();
    private static final int MOST = LANES >= 16 ? 8 : 4;

    private Tiling() {}

    /// How many of at least two vectors are taken by threes, so that what remains can be taken by twos.
    static int threes(int vectors) {
        return switch (vectors % 3) {
            case 0 -> vectors;
            case 1 -> vectors - 4;
            default -> vectors - 2;
        };
    }

    /// How many filters each tile has: fours or eights, some of the last of which may not be there.
    static int[] heights(int filters) {
        int[] heights = new int[Math.ceilDiv(filters, MOST)];
        Arrays.fill(heights, MOST);
        int rest = filters - (heights.length - 1) * MOST;
        heights[heights.length - 1] = rest <= 4 ? 4 : MOST;
        return heights;
    }
}
