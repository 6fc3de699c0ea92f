package dev.cortado.testkit;

import java.util.List;

/// Sizes and values at which fast loops go wrong.
final class Awkward {
    /// None, one, around the lanes of 128 to 512 bits, a long tail, and longer than a block.
    static final List<Integer> SIZES = List.of(0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 127, 1000);

    /// The sizes without 0, for rows that must have something in them.
    static final List<Integer> COLUMNS = SIZES.subList(1, SIZES.size());

    /// Fewer sizes, for the numbers of rows.
    static final List<Integer> ROWS = List.of(0, 1, 2, 5, 17);

    /// About the most multiplications of a product that is tried with every combination of sizes.
    static final int SMALL = 40_000;

    /// Zeros of both signs, subnormals and their border, the ends of exp, the ends of float32, infinities and NaN.
    static final List<Float> VALUES = List.of(
            0f, -0f, 1f, -1f, 0.5f, -0.5f, 2f, -3f, 3.25f, 1e-6f, -1e-6f, 0.7f, -0.9f, 6f, -6f, 20f, -20f, 88.5f, -87f, 89f,
            -104f, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-40f, -1e-40f, Float.MIN_NORMAL, -Float.MIN_NORMAL, 0x1p24f, 1e20f,
            Float.MAX_VALUE, -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN);

    private Awkward() {
    }

    /// Products m, n, k around the blocks that caches and registers ask for, and those of a small network on a batch.
    static List<int[]> products() {
        return List.of(new int[] {50, 100, 784}, new int[] {784, 100, 50}, new int[] {1, 100, 784}, new int[] {50, 10, 100},
                new int[] {127, 127, 127}, new int[] {1000, 33, 127}, new int[] {5, 2050, 65}, new int[] {121, 530, 515},
                new int[] {13, 7, 4099});
    }
}
