package dev.cortado.engine.vector.product;

/// Writes a few rows as columns, a square of one vector by one vector at a time. Written at run time by [TransposerWriter].
interface Transposer {
    /// Element (row, column) of `from`, whose rows are `stride` apart, goes to `at + column · toStride + row`.
    ///
    /// There are at most as many rows as lanes, and at least as many columns. Every column writes as many floats as there are lanes: those beyond `rows` are
    /// without meaning and are overwritten by the next column where `toStride` is shorter.
    void transpose(float[] from, int offset, int stride, int rows, int columns, float[] to, int at, int toStride);
}
