package dev.cortado.engine.vector.product;

/// A few rows of C by one or more strips of columns, kept in registers while k runs: the innermost loop of every product.
///
/// Written at run time by [TileWriter] for a number of rows and vectors. Offsets and strides count floats.
interface Tile {
    /// Computes `strips` neighbouring strips of C for this tile's rows.
    ///
    /// - A begins at `aOffset`; `aStride` is the distance of two rows ([TileShape.Layout#ROWS]) or of two steps of k ([TileShape.Layout#COLUMNS]).
    /// - B begins at `bOffset`, `bStride` apart from one k to the next; the next strip begins `bStrip` further on.
    /// - The sums start from `start`, whose rows are `startStride` apart: zero for one row given to all, as a bias is.
    /// - `cStride` is the distance of two rows of C.
    /// - `lanes` is, for overlapping vectors, how far the second begins behind the first; for a tile that writes some lanes, those for which `edge` is set from
    ///   there on.
    void multiply(float[] a, int aOffset, int aStride, float[] b, int bOffset, int bStride, float[] start, int startOffset, int startStride,
                  float[] c, int cOffset, int cStride, int k, int strips, int bStrip, boolean[] edge, int lanes);
}
