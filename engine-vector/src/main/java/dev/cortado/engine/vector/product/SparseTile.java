package dev.cortado.engine.vector.product;

/// Four rows of C by a strip of columns, kept in registers while those steps of k run that are named: the innermost loop of a [SparseProduct].
///
/// It is the loop of [Tile] with a list of steps. A has few rows, so that many steps can be left out, and the strip is wide, so that each element of A that is
/// broadcast, and each range check, serves many multiplications. A is read where it lies, and the strip of B as it was copied.
interface SparseTile {
    /// Rows of C in registers.
    int ROWS = 4;

    /// Vectors of columns in registers.
    int vectors();

    /// Computes a strip of C for four rows.
    ///
    /// - A begins at `aOffset`; its rows are `aRow` apart and its steps of k `aStep`.
    /// - B begins at `bOffset`, its steps of k `bStep` apart.
    /// - The steps are `steps[first]` to `steps[end]` (exclusive), ascending. If the end is before the first, nothing is done.
    /// - The sums start from `start`, whose rows are `startRow` apart: zero for one row given to all. Nothing of C is read.
    /// - `cRow` is the distance of two rows of C.
    void multiply(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, int bStep,
                  float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int[] steps, int first, int end);
}
