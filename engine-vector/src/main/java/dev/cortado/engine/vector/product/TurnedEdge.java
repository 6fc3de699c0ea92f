package dev.cortado.engine.vector.product;

/// The few columns of C that are left beside whole strips, computed as rows of Cᵀ = Bᵀ·A for an A whose rows are neighbours, as in += aᵀ·b: vectors run down the rows of
/// C and none is nearly empty. Four columns of the 100 that a layer has take so a fourth of the time of a whole vector.
///
/// The sums pass through a scratch tile in which they lie turned; their order is that of every tile.
final class TurnedEdge {
    /// More columns than that are better taken as a vector of their own.
    private static final int MOST_COLUMNS = 12;

    private final Tiles tiles;
    private final float[] scratch;

    TurnedEdge(Tiles tiles) {
        this.tiles = tiles;
        scratch = new float[tiles.turnedColumns * tiles.turnedRows];
    }

    /// Whether the last of `columns` columns, of `rows` rows, are best computed so.
    boolean fits(int rows, int columns, LeftMatrix left, RightMatrix right, boolean packsA) {
        int edge = columns % tiles.width;
        return tiles.high && !packsA && !left.rowsApart() && right.rowsApart()
                && rows >= tiles.turnedRows && edge > 0 && edge <= MOST_COLUMNS && columns >= tiles.turnedColumns;
    }

    /// Computes columns `from` to `end` of a block of rows.
    ///
    /// @param startAt where the block's rows start in `start`, at column 0; `cAt` in C
    void run(LeftMatrix left, RightMatrix right, int depth, float[] start, int startAt, int startRow, float[] c, int cAt, int cRow, int rows, int from, int end) {
        RipeningTile tile = tiles.turned;
        for (int row = 0; row < rows; row += tiles.turnedRows) {
            int first = Math.min(row, rows - tiles.turnedRows);
            for (int column = from; column < end; column += tiles.turnedColumns) {
                int begin = Math.min(column, end - tiles.turnedColumns);
                take(start, startAt + row * startRow, startRow, row - first, rows - row, column, begin);
                tile.multiply(right.itself(), right.lies(begin), right.stride(), left.array(), left.at(0, first, 0), left.stride(0),
                        scratch, 0, tiles.turnedRows, scratch, 0, tiles.turnedRows, depth, 1, 0);
                give(c, cAt + row * cRow, cRow, row - first, rows - row, column, begin, end);
            }
        }
    }

    private void take(float[] start, int at, int stride, int skipped, int rows, int column, int begin) {
        int last = Math.min(tiles.turnedRows, skipped + rows);
        for (int row = skipped; row < last; row++, at += stride) {
            for (int j = column - begin; j < tiles.turnedColumns; j++) {
                scratch[j * tiles.turnedRows + row] = start[at + begin + j];
            }
        }
    }

    private void give(float[] c, int at, int stride, int skipped, int rows, int column, int begin, int end) {
        int last = Math.min(tiles.turnedRows, skipped + rows);
        int columns = Math.min(tiles.turnedColumns, end - begin);
        for (int row = skipped; row < last; row++, at += stride) {
            for (int j = column - begin; j < columns; j++) {
                c[at + begin + j] = scratch[j * tiles.turnedRows + row];
            }
        }
    }
}
