package dev.cortado.engine.vector.product;

import java.util.function.Supplier;

/// One product cut into blocks of k, of columns and of rows, and those into panels of rows and strips of columns, which a tile computes.
///
/// B, and an A whose rows are neighbours, are read where they lie where that is quick, which [Tiles] knows; otherwise a block of them is packed. Tiles that reach over C's last row or column begin
/// further up, or further left. While the sums start from zero, they may so write once more what is there already; sums that start from C pass through a scratch
/// tile, from which only what is wanted is taken. A few last columns may be computed [turned][TurnedEdge].
///
/// An A with many zeros is left to a [SparseProduct].
///
/// Between two blocks of k the sums rest in C, which is exact: the order of each sum is k ascending whatever the blocks.
final class BlockedProduct {
    /// The block of B that is packed at once, to be met by one block of A after the other: it may lie in the third cache.
    private static final int B_BLOCK_FLOATS = 1 << 19;

    private final Tiles tiles;
    private final int lanes;
    private final int width;
    private final LeftMatrix left;
    private final RightMatrix right;
    private final TurnedEdge turned;
    private final Panels panels;
    private final SparseProduct sparse;
    private final float[] scratch;

    private float[] start = {};
    private int startOffset;
    private int startStride;
    private float[] c = {};
    private int cOffset;
    private int cStride;
    private float[] zeros = {};

    // The block at hand.
    private int m;
    private boolean packsA;
    private boolean packsB;
    private boolean fresh;
    private int depth;
    private int i;
    private int iEnd;
    private boolean turns;

    /// @param rightFirst whether B is copied before a sparse A is looked at
    BlockedProduct(Supplier<Ripeness> ripeness, Packing packing, CacheLines lines, boolean rightFirst) {
        tiles = new Tiles(ripeness);
        lanes = tiles.lanes;
        width = tiles.width;
        left = new LeftMatrix(packing, tiles.panelRows);
        right = new RightMatrix(packing, new AlignedFloats(lines), lanes, width);
        turned = new TurnedEdge(tiles);
        panels = new Panels(tiles);
        sparse = new SparseProduct(tiles, left, ripeness, lines, rightFirst);
        scratch = new float[tiles.panelRows * width];
    }

    int sparseColumnsTogether() {
        return sparse.width();
    }

    LeftMatrix left() {
        return left;
    }

    RightMatrix right() {
        return right;
    }

    /// Starts sums from C itself.
    void startFromC() {
        fresh = false;
        startFrom(c, cOffset, cStride);
    }

    /// Starts sums from zero, as far as a tile may reach beyond n columns.
    void startFromZero(int n) {
        if (zeros.length < n + 2 * width) {
            zeros = new float[n + 2 * width];
        }
        fresh = true;
        startFrom(zeros, 0, 0);
    }

    private void startFrom(float[] array, int offset, int stride) {
        start = array;
        startOffset = offset;
        startStride = stride;
    }

    void into(float[] array, int offset, int stride) {
        c = array;
        cOffset = offset;
        cStride = stride;
    }

    /// Whether rows `first` to `end` (exclusive) of A seem to have enough zeros to be left to a [SparseProduct] for so many columns.
    boolean isSparse(int columns, int k, int first, int end) {
        left.begin(0, k, first, false);
        return sparse.pays(right, end - first, columns, k);
    }

    /// Rows `first` to `end` and columns `from` to `to` (exclusive) of a product with so many rows, without zeros of A.
    void runSparse(int k, int first, int end, int from, int to) {
        left.begin(0, k, first, false);
        right.begin(0, k, from, to, false);
        sparse.into(start, startAt(first, 0), startStride, c, cAt(first, 0), cStride);
        sparse.run(right, end - first, k, from, to);
    }

    void run(int m, int k, int first, int end, int from, int to, FinishedRows finished) {
        if (first >= end || from >= to) {
            return;
        }
        if (isSparse(to - from, k, first, end)) {
            runSparse(k, first, end, from, to);
            finished.finished(first, end);
            return;
        }
        this.m = m;
        int deepest = even(k, tiles.depth);
        packsB = tiles.packsB(m, cStride, k) || right.mustBePacked(to, k);
        turns = turned.pays(to - from, right) && end - first >= 2 * lanes;
        packsA = left.rowsApart() || isLow(to - from) || tiles.packsColumns(to - from, packsB);
        int columns = packsB && (long) (to - from) * deepest > B_BLOCK_FLOATS ? Math.max(width, B_BLOCK_FLOATS / deepest / width * width) : to - from;
        boolean deep = packsA && packsB && tiles.isDeep(end - first, deepest);
        int rows = rowsOfABlock(end - first, deepest, panels.most(deep));
        for (int k0 = 0; k0 < k; k0 += deepest) {
            depth = Math.min(deepest, k - k0);
            for (int j = from; j < to; j += columns) {
                int jEnd = Math.min(to, j + columns);
                right.begin(k0, depth, j, jEnd, packsB);
                for (i = first; i < end; i += rows) {
                    iEnd = Math.min(end, i + rows);
                    panels.cut(iEnd - i, deep);
                    left.begin(k0, depth, i, packsA);
                    packPanels();
                    block(j, jEnd);
                    if (k0 + depth == k && jEnd == to) {
                        finished.finished(i, iEnd);
                    }
                }
            }
            startFromC();
        }
    }

    /// Whether A has less rows than a tile would read.
    private boolean isLow(int columns) {
        int rest = columns % width;
        boolean hasEdge = rest > 0 && rest <= lanes;
        boolean hasStrips = columns > lanes;
        return (hasStrips && tiles.strip(m).rows > m) || (hasEdge && tiles.edge(m).rows > m);
    }

    /// The size of the blocks that cut `whole` into as few parts as `most` allows, all but the last equally large.
    private static int even(int whole, int most) {
        if (whole <= most) {
            return whole;
        }
        int parts = (whole + most - 1) / most;
        return (whole + parts - 1) / parts;
    }

    /// Blocks of A are a few panels of some height high; all have about as many.
    private int rowsOfABlock(int rows, int depth, int height) {
        if ((long) rows * depth <= tiles.blockFloats) {
            return rows;
        }
        return height * even(Math.ceilDiv(rows, height), Math.max(1, tiles.blockFloats / depth / height));
    }

    private void packPanels() {
        if (packsA) {
            left.room(panels.count());
            for (int panel = 0; panel < panels.count(); panel++) {
                left.pack(panel, panels.packedRow(panel), panels.packedRows(panel));
            }
        }
    }

    /// Some strips together meet one panel after the other; the last of them may be an edge.
    private void block(int j, int jEnd) {
        int edge = turns && turned.fits(left, panels) ? (jEnd - j) % width : 0;
        int strips = (jEnd - edge - j + width - 1) / width;
        int together = Math.max(1, tiles.nearFloats / (depth * width));
        for (int strip = 0; strip < strips; strip += together) {
            int end = Math.min(jEnd - edge, j + (strip + together) * width);
            for (int panel = 0; panel < panels.count(); panel++) {
                panel(panel, j, j + strip * width, end);
            }
        }
        if (edge > 0) {
            turned.run(left, right, panels, depth, start, startAt(i, 0), startStride, c, cAt(i, 0), cStride, jEnd - edge, jEnd);
        }
    }

    /// Columns of a panel, up to `end`, in a block that begins at column `j`.
    private void panel(int panel, int j, int column, int end) {
        int whole = (end - column) / width;
        if (whole > 0) {
            strips(panels.strip(panel), panel, column, whole, 0, width);
        }
        column += whole * width;
        if (column < end) {
            RipeningTile tile = end - column > lanes ? panels.strip(panel) : tiles.edge(panels.height(panel));
            int back = packsB || end - j < tile.reach ? 0 : column + tile.reach - end;
            strips(tile, panel, column, 1, back, end - column);
        }
    }

    /// A panel by so many strips, of the last of which `wanted` columns are wanted that have `back` others before them.
    private void strips(RipeningTile tile, int panel, int column, int strips, int back, int wanted) {
        int end = panels.row(panel + 1);
        int packedRow = panels.packedRow(panel);
        int step = right.step(packsB && tile.reach == lanes ? lanes : width);
        for (int row = panels.row(panel); row < end; row += tile.rows) {
            int height = Math.min(tile.rows, end - row);
            int above = rowsAbove(tile, packedRow, row, height);
            int at = left.at(panel, row - above, row - above - packedRow);
            boolean wide = wanted + back == tile.reach;
            boolean exact = height == tile.rows && back == 0;
            boolean repeatable = fresh && height + above == tile.rows && row >= above;
            if (wide && (exact || repeatable)) {
                tile.multiply(left.array(), at, left.step(), right.array(), right.at(column - back), step, start, startAt(i + row - above, column - back), startStride,
                        c, cAt(i + row - above, column - back), cStride, depth, strips, right.strip());
                continue;
            }
            for (int s = 0; s < strips; s++) {
                throughScratch(tile, at, column + s * width, back, step, row, height, above, wanted);
            }
        }
    }

    private void throughScratch(RipeningTile tile, int at, int column, int back, int step, int row, int height, int above, int wanted) {
        int reach = tile.reach;
        int inside = above * reach + back;
        if (fresh) {
            tile.multiply(left.array(), at, left.step(), right.array(), right.at(column - back), step, zeros, 0, 0, scratch, 0, reach, depth, 1, 0);
        } else {
            copy(start, startAt(i + row, column), startStride, scratch, inside, reach, height, wanted);
            tile.multiply(left.array(), at, left.step(), right.array(), right.at(column - back), step, scratch, 0, reach, scratch, 0, reach, depth, 1, 0);
        }
        copy(scratch, inside, reach, c, cAt(i + row, column), cStride, height, wanted);
    }

    /// How many rows above `row` a tile computes, too, so that it need not read beyond A's last row.
    private int rowsAbove(RipeningTile tile, int packedRow, int row, int height) {
        if (packsA) {
            return tiles.high && tile.rows > height ? Math.min(tile.rows - height, row - packedRow) : 0;
        }
        return fresh && row + height >= tile.rows ? tile.rows - height : Math.max(0, i + row + tile.rows - m);
    }

    static void copy(float[] from, int offset, int stride, float[] to, int at, int toStride, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, offset, to, at, columns);
            offset += stride;
            at += toStride;
        }
    }

    private int startAt(int row, int column) {
        return startOffset + row * startStride + column;
    }

    private int cAt(int row, int column) {
        return cOffset + row * cStride + column;
    }
}
