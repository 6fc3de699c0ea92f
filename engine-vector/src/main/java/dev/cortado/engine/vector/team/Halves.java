package dev.cortado.engine.vector.team;

/// Where a matrix of many rows, as a layer's weights are, is cut in two.
///
/// The halves are part of the order in which numbers are added: a product by such a matrix is the sum of one by each half. They depend on the shape alone, and to change them
/// changes the bits of every training.
public final class Halves {
    /// From so many rows on it is worth having two sums, which are added in the end.
    private static final int FEWEST_ROWS = 512;
    /// What the first half is a multiple of: the most floats that a vector has.
    private static final int ROWS_TOGETHER = 16;

    private Halves() {
    }

    /// Whether so many rows have halves.
    public static boolean has(int rows) {
        return rows >= FEWEST_ROWS;
    }

    /// The rows of the first half.
    public static int first(int rows) {
        return Math.ceilDiv(rows / 2, ROWS_TOGETHER) * ROWS_TOGETHER;
    }
}
