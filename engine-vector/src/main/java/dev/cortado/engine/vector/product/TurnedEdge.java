package dev.cortado.engine.vector.product;

/// The few columns of C that are left beside whole strips, or all where there are few, computed as rows of Cᵀ = Bᵀ·Aᵀ where the rows of A are neighbours, as in += aᵀ·b
/// or in a packed A: vectors run down the rows of C and none is nearly empty. Four columns of the 100 that a layer has take so a third of the time of a vector of their own.
///
/// The sums pass through a scratch tile in which they lie turned: a vector for each panel of a packed A, or four for as many rows. Their order is that of every tile.
final class TurnedEdge {
    /// More columns than that are better taken as a vector of their own.
    private static final int MOST_COLUMNS = 12;
    /// What the tiles compute together: their rows.
    private static final int COLUMNS = 4;

    private final Tiles tiles;
    private final float[] scratch;

    TurnedEdge(Tiles tiles) {
        this.tiles = tiles;
        scratch = new float[COLUMNS * tiles.turned.reach];
    }

    /// Whether a product of so many columns is best finished so, if A's rows are neighbours.
    boolean pays(int columns, RightMatrix right) {
        int edge = columns % tiles.width;
        return tiles.high && right.rowsApart() && edge > 0 && edge <= MOST_COLUMNS && columns >= COLUMNS;
    }

    /// Whether there are rows enough for a tile.
    boolean fits(LeftMatrix left, Panels panels) {
        return left.isPacked() || panels.rows() >= tiles.turned.reach;
    }

    /// Computes columns `from` to `end` of a block of rows.
    ///
    /// @param startAt where the block's rows start in `start`, at column 0; `cAt` in C
    /// @param startRow the distance of two rows of `start`; 0 for one of zeros, as long as a tile
    void run(LeftMatrix left, RightMatrix right, Panels panels, int depth, float[] start, int startAt, int startRow, float[] c, int cAt, int cRow, int from, int end) {
        RipeningTile tile = left.isPacked() ? tiles.turnedPanel : tiles.turned;
        int parts = left.isPacked() ? panels.count() : (panels.rows() + tile.reach - 1) / tile.reach;
        for (int part = 0; part < parts; part++) {
            // The rows of a packed panel, or as many as the tile has; there, the last part ends with the last row. Rows that were done already are skipped.
            int row = left.isPacked() ? panels.packedRow(part) : Math.min(part * tile.reach, panels.rows() - tile.reach);
            int rows = left.isPacked() ? panels.packedRows(part) : tile.reach;
            int skipped = (left.isPacked() ? panels.row(part) : part * tile.reach) - row;
            for (int column = from; column < end; column += COLUMNS) {
                int begin = Math.min(column, end - COLUMNS);
                if (startRow > 0) {
                    take(start, startAt + row * startRow + begin, startRow, scratch, tile.reach, rows);
                }
                tile.multiply(right.itself(), right.lies(begin), right.stride(), left.array(), left.at(part, row, 0), left.step(),
                        startRow > 0 ? scratch : start, 0, startRow > 0 ? tile.reach : 0, scratch, 0, tile.reach, depth, 1, 0);
                int to = cAt + (row + skipped) * cRow + begin;
                if (begin == column) {
                    give(scratch, tile.reach, skipped, rows, c, to, cRow);
                } else {
                    give(scratch, tile.reach, skipped, rows, c, to, cRow, column - begin);
                }
            }
        }
    }

    /// Four columns as four rows, one after the other: the loops take time beside the tile.
    private static void take(float[] start, int from, int stride, float[] to, int reach, int rows) {
        int second = reach, third = 2 * reach, fourth = 3 * reach;
        for (int row = 0; row < rows; row++, from += stride) {
            to[row] = start[from];
            to[second + row] = start[from + 1];
            to[third + row] = start[from + 2];
            to[fourth + row] = start[from + 3];
        }
    }

    /// The other way round, from some row on.
    private static void give(float[] from, int reach, int skipped, int rows, float[] c, int to, int stride) {
        int second = reach, third = 2 * reach, fourth = 3 * reach;
        for (int row = skipped; row < rows; row++, to += stride) {
            c[to] = from[row];
            c[to + 1] = from[second + row];
            c[to + 2] = from[third + row];
            c[to + 3] = from[fourth + row];
        }
    }

    /// Only some columns, since the first were done before.
    private static void give(float[] from, int reach, int skipped, int rows, float[] c, int to, int stride, int first) {
        for (int row = skipped; row < rows; row++, to += stride) {
            for (int j = first; j < COLUMNS; j++) {
                c[to + j] = from[j * reach + row];
            }
        }
    }
}
