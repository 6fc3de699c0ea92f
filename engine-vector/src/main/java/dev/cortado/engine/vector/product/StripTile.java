package dev.cortado.engine.vector.product;

/// A strip of columns of C = A·B, a few rows after the other: the innermost loop of a [StraightProduct].
///
/// It is the loop of [Tile] for A and B where they lie, with all rows in one call: mini-batches have so few steps of k that calls and sums that are fetched take a
/// part of the time. Sums start from zero, and so the last rows may be computed together with some that come before, once more.
///
/// Tiles are high rather than wide: a vector of B lies across two cache lines, wherever the garbage collector has not been kind, and takes two reads; the more rows it is read
/// for, the less that matters. On Sapphire Rapids 13 rows by two vectors take a tenth to a sixth less time than five by four. (More than 26 sums leave no registers to the rest: with 27,
/// and with 24 in three vectors, the compiler puts sums on the stack.)
///
/// Where a copy of a tile's class has [Strides] of its own, those that it is told do not count.
interface StripTile {
    /// Rows of C in registers.
    int rows();

    /// Computes a strip of C.
    ///
    /// - A begins at `aOffset`, its rows are `aRow` apart, each contiguous along k.
    /// - B begins at `bOffset`, its steps of k are `bStep` apart.
    /// - `cRow` is the distance of two rows of C.
    /// - There are `m` rows, at least [#rows()], and `k` steps.
    /// - So many `columns` are written: a strip of one vector may have less than it has lanes.
    void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int k, int columns);
}
