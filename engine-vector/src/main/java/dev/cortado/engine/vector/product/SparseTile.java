package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;

/// Four rows of C by a strip of columns, kept in registers while those steps of k run that are named: the innermost loop of a [SparseProduct].
///
/// It is the loop of [Tile] with a list of steps. A has few rows, so that many steps can be left out, and the strip is wide, so that each element of A that is
/// broadcast, and each range check, serves many multiplications. A is read where it lies, and the strip of B as it was copied.
///
/// Where a copy of a tile's class has [Strides] of its own, those of A that it is told do not count.
interface SparseTile {
    /// Rows of C in registers.
    int ROWS = 4;

    /// Vectors of columns in registers.
    int vectors();

    /// Columns in registers.
    default int width() {
        return vectors() * Species.FLOATS.length();
    }

    /// Computes a strip of C for the panels from `first` to `end` (exclusive), which have four rows each, one after the other. Offsets are those of the first panel of all.
    ///
    /// - A begins at `aOffset`; its rows are `aRow` apart and its steps of k `aStep`.
    /// - B begins at `bOffset`; its steps of k follow each other.
    /// - The sums start from `start`, whose rows are `startRow` apart: zero for one row given to all. Nothing of C is read.
    /// - `cRow` is the distance of two rows of C.
    /// - The steps of a panel are as many ascending numbers as `counts` says; the lists of neighbouring panels begin `room` apart in `steps`.
    /// - No panel begins after `lastRow`: the last may have some rows of the one before.
    void multiply(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow,
                  int[] steps, int room, int[] counts, int first, int end, int lastRow);
}
