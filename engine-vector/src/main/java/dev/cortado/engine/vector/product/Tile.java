package dev.cortado.engine.vector.product;

/// A few rows of C by one or more strips of columns, kept in registers while k runs: the innermost loop of every product.
///
/// Offsets and strides count floats. There is a class for each size, written out, because a sum stays in a register only if it is a local variable. In Java a tile of
/// two rows and two vectors of L floats reads
///
///     for (int strip = 0; strip < strips; strip++) {
///         FloatVector c0a = fromArray(S, start, …), c0b = …, c1a = …, c1b = …;
///         for (int p = 0, at = aOffset, bAt = bOffset; p < k; p++, at += aStride, bAt += bStep) {
///             FloatVector rightA = fromArray(S, b, bAt), rightB = fromArray(S, b, bAt + L);
///             FloatVector left0 = broadcast(S, a[at]);
///             c0a = left0.fma(rightA, c0a); c0b = left0.fma(rightB, c0b);
///             FloatVector left1 = broadcast(S, a[at + 1]);
///             c1a = left1.fma(rightA, c1a); c1b = left1.fma(rightB, c1b);
///         }
///         c0a.add(0f).intoArray(c, …); …
///         bOffset += bStrip;
///     }
///
/// k is not unrolled (C2 would run out of registers), but for two steps in [LowTile5x2], and nothing is masked (on 256 bits that is slow, and C1 gives up on it):
/// C's last rows and columns are computed whole, and [BlockedProduct] keeps what is wanted. Adding 0 at the end makes 0 of -0, so that a sum does not tell whether
/// zeros were left out.
interface Tile {
    /// Rows of C in registers.
    int rows();

    /// Vectors of columns in registers: a strip.
    int vectors();

    /// Computes `strips` neighbouring strips of C for this tile's rows.
    ///
    /// - A begins at `aOffset`, its rows are neighbours, its steps of k `aStride` apart.
    /// - B begins at `bOffset`, its steps of k `bStep` apart; the next strip begins `bStrip` further on. Tiles for 16 registers want `bStep` to be a strip.
    /// - The sums start from `start`, whose rows are `startRow` apart: zero for one row given to all, as a bias is.
    /// - `cRow` is the distance of two rows of C.
    void multiply(float[] a, int aOffset, int aStride, float[] b, int bOffset, int bStep,
                  float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int k, int strips, int bStrip);
}
