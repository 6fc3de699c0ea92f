package dev.cortado.engine.vector.product;

import java.util.function.Supplier;

/// One product cut into blocks of k, of columns and of rows, and those into tiles.
///
/// A and B are read where they lie where that is quick, which [Tiles] knows. Otherwise a block of B is packed into strips as wide as a tile, and a block of A into
/// panels, each contiguous along k.
///
/// Tiles that reach over C's last row or column begin further up, or further left, in operands that are not packed; what they read beyond the end of packed ones has no
/// meaning. Either way their sums pass through a scratch tile, from which only what belongs to C is taken.
///
/// Between two blocks of k the sums rest in C, which is exact: the order of each sum is k ascending whatever the blocks.
final class BlockedProduct {
    /// The block of B that is packed at once, to be met by one block of A after the other: it may lie in the third cache.
    private static final int B_BLOCK_FLOATS = 1 << 19;

    private final Tiles tiles;
    private final Packing packing;
    private final int lanes;
    private final int width;
    private final float[] scratch;

    private float[] a = {};
    private int aOffset;
    private int aRow;
    private int aStep;
    private int m;
    private float[] b = {};
    private int bOffset;
    private int bStride;
    private boolean bTransposed;
    private float[] start = {};
    private int startOffset;
    private int startStride;
    private float[] c = {};
    private int cOffset;
    private int cStride;

    private float[] zeros = {};
    private float[] packed = {};
    private boolean packsB;
    private float[] packedA = {};
    private boolean packsA;

    BlockedProduct(Supplier<Ripeness> ripeness) {
        tiles = new Tiles(ripeness);
        packing = new Packing(ripeness);
        lanes = tiles.lanes;
        width = tiles.width;
        scratch = new float[tiles.panelRows * width];
    }

    int rowsTogether() {
        return tiles.panelRows;
    }

    void rowsOfA(float[] array, int offset, int stride) {
        a = array;
        aOffset = offset;
        aRow = stride;
        aStep = 1;
    }

    void columnsOfA(float[] array, int offset, int stride) {
        a = array;
        aOffset = offset;
        aRow = 1;
        aStep = stride;
    }

    void rowsOfB(float[] array, int offset, int stride) {
        b = array;
        bOffset = offset;
        bStride = stride;
        bTransposed = false;
    }

    void columnsOfB(float[] array, int offset, int stride) {
        b = array;
        bOffset = offset;
        bStride = stride;
        bTransposed = true;
    }

    void startFrom(float[] array, int offset, int stride) {
        start = array;
        startOffset = offset;
        startStride = stride;
    }

    void startFromZero(int n) {
        if (zeros.length < n) {
            zeros = new float[n];
        }
        startFrom(zeros, 0, 0);
    }

    void into(float[] array, int offset, int stride) {
        c = array;
        cOffset = offset;
        cStride = stride;
    }

    void run(int m, int k, int first, int end, int left, int right, FinishedRows finished) {
        if (first >= end || left >= right) {
            return;
        }
        this.m = m;
        int depth = even(k, tiles.depth);
        packsB = bTransposed || tiles.packsB(m, cStride, k) || runsOut(right, k);
        packsA = isLow(m, right) || (aStep == 1 ? tiles.packsRows(right - left) : tiles.packsColumns(right - left, packsB));
        int columns = packsB ? Math.max(width, B_BLOCK_FLOATS / depth / width * width) : right - left;
        int rows = rowsOfABlock(end - first, depth);
        for (int k0 = 0; k0 < k; k0 += depth) {
            int k1 = Math.min(k, k0 + depth);
            for (int j = left; j < right; j += columns) {
                int jEnd = Math.min(right, j + columns);
                if (packsB) {
                    packB(k0, k1, j, jEnd);
                }
                for (int i = first; i < end; i += rows) {
                    int iEnd = Math.min(end, i + rows);
                    if (packsA) {
                        packA(k0, k1, i, iEnd);
                    }
                    block(k0, k1 - k0, i, iEnd, j, jEnd);
                    if (k1 == k && jEnd == right) {
                        finished.finished(i, iEnd);
                    }
                }
            }
            startFrom(c, cOffset, cStride);
        }
    }

    /// Whether B has less columns than a strip, and a strip would reach beyond the array. In rows before the last it may read on into the next.
    private boolean runsOut(int columns, int k) {
        return columns < width && bOffset + (k - 1) * bStride + (columns > lanes ? width : lanes) > b.length;
    }

    /// Whether A has less rows than a tile would read.
    private boolean isLow(int m, int columns) {
        return m < tiles.panelRows && (columns > lanes || m != tiles.edge(m).rows());
    }

    /// The size of the blocks that cut `whole` into as few parts as `most` allows, all but the last equally large.
    private static int even(int whole, int most) {
        int parts = (whole + most - 1) / most;
        return (whole + parts - 1) / parts;
    }

    /// Blocks of A are a few panels high; all have about as many.
    private int rowsOfABlock(int rows, int depth) {
        return tiles.panelRows * even(panels(rows), Math.max(1, tiles.blockFloats / depth / tiles.panelRows));
    }

    private int panels(int rows) {
        return (rows + tiles.panelRows - 1) / tiles.panelRows;
    }

    /// Where panel `panel` begins among `rows` rows. High tiles may have any height, so their panels are made equally high.
    private int panelRow(int panel, int rows) {
        return tiles.high ? rows * panel / panels(rows) : Math.min(rows, panel * tiles.panelRows);
    }

    /// Strips that fit the nearest cache together meet one panel after the other; the last of them may be a rest.
    private void block(int k0, int depth, int i, int iEnd, int j, int jEnd) {
        int strips = (jEnd - j + width - 1) / width;
        int together = Math.max(1, tiles.nearFloats / (depth * width));
        int rows = iEnd - i;
        for (int strip = 0; strip < strips; strip += together) {
            int end = Math.min(jEnd, j + (strip + together) * width);
            for (int panel = 0; panel < panels(rows); panel++) {
                int row = panelRow(panel, rows);
                panel(k0, depth, i, row, panelRow(panel + 1, rows) - row, j, strip, end);
            }
        }
    }

    /// Columns of a panel from a strip on to `end`.
    private void panel(int k0, int depth, int i, int row, int rows, int j, int strip, int end) {
        int column = j + strip * width;
        int whole = (end - column) / width;
        if (whole > 0) {
            Tile tile = tiles.strip(rows);
            if (packsB) {
                tiles(tile, k0, depth, i, row, rows, column, whole * width, packed, strip * depth * width, width, whole, depth * width, 0);
            } else {
                tiles(tile, k0, depth, i, row, rows, column, whole * width, b, bAt(k0, column), bStride, whole, width, 0);
            }
        }
        column += whole * width;
        if (column < end) {
            Tile tile = end - column > lanes ? tiles.strip(rows) : tiles.edge(rows);
            int reach = tile.vectors() * lanes;
            if (packsB) {
                tiles(tile, k0, depth, i, row, rows, column, end - column, packed, (strip + whole) * depth * width, reach, 1, 0, 0);
            } else {
                int back = end < reach ? 0 : column + reach - end;
                tiles(tile, k0, depth, i, row, rows, column, end - column, b, bAt(k0, column - back), bStride, 1, 0, back);
            }
        }
    }

    /// The panel's rows by `strips` strips, of which `columns` columns are wanted that have `back` others before them.
    private void tiles(Tile tile, int k0, int depth, int i, int row, int rows, int column, int columns,
                       float[] from, int at, int step, int strips, int strip, int back) {
        for (int r = 0; r < rows; r += tile.rows()) {
            int height = Math.min(tile.rows(), rows - r);
            int above = packsA ? 0 : Math.max(0, i + row + r + tile.rows() - m);
            float[] left = packsA ? packedA : a;
            int leftAt = packsA ? row * depth + r : aAt(i + row + r - above, k0);
            int leftRow = packsA ? 1 : aRow;
            int leftStep = packsA ? rows : aStep;
            int startAt = startOffset + (i + row + r) * startStride + column;
            int to = cOffset + (i + row + r) * cStride + column;
            if (height == tile.rows() && columns == strips * tile.vectors() * lanes) {
                tile.multiply(left, leftAt, leftRow, leftStep, from, at, step, start, startAt, startStride, c, to, cStride, depth, strips, strip);
                continue;
            }
            int reach = tile.vectors() * lanes;
            for (int s = 0; s < strips; s++) {
                int wanted = Math.min(columns - s * reach, reach);
                copy(start, startAt + s * reach, startStride, scratch, above * reach + back, reach, height, wanted);
                tile.multiply(left, leftAt, leftRow, leftStep, from, at + s * strip, step, scratch, 0, reach, scratch, 0, reach, depth, 1, 0);
                copy(scratch, above * reach + back, reach, c, to + s * reach, cStride, height, wanted);
            }
        }
    }

    private static void copy(float[] from, int offset, int stride, float[] to, int at, int toStride, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                to[at + column] = from[offset + column];
            }
            offset += stride;
            at += toStride;
        }
    }

    private int aAt(int row, int k) {
        return aOffset + row * aRow + k * aStep;
    }

    private int bAt(int k, int column) {
        return bOffset + k * bStride + column;
    }

    /// Packs the rows of each panel side by side, one step of k after the other.
    private void packA(int k0, int k1, int i, int iEnd) {
        int depth = k1 - k0;
        int rows = iEnd - i;
        int floats = depth * rows + 2 * width;
        if (packedA.length < floats) {
            packedA = new float[floats];
        }
        for (int panel = 0; panel < panels(rows); panel++) {
            int row = panelRow(panel, rows);
            int height = panelRow(panel + 1, rows) - row;
            if (aStep == 1) {
                packing.transpose(a, aAt(i + row, k0), aRow, height, depth, packedA, row * depth, height);
            } else {
                packing.copy(a, aAt(i + row, k0), aStep, depth, height, packedA, row * depth, height);
            }
        }
    }

    private void packB(int k0, int k1, int j, int jEnd) {
        int depth = k1 - k0;
        int floats = depth * (jEnd - j + width) + width;
        if (packed.length < floats) {
            packed = new float[floats];
        }
        for (int column = j, at = 0; column < jEnd; column += width, at += depth * width) {
            int columns = Math.min(width, jEnd - column);
            int step = columns > lanes ? width : lanes;
            for (int vector = 0; vector < columns; vector += lanes) {
                strip(k0, k1, column + vector, Math.min(lanes, columns - vector), at + vector, step);
            }
        }
    }

    private void strip(int k0, int k1, int column, int columns, int at, int stride) {
        if (bTransposed) {
            packing.transpose(b, bOffset + column * bStride + k0, bStride, columns, k1 - k0, packed, at, stride);
        } else {
            packing.copy(b, bAt(k0, column), bStride, k1 - k0, columns, packed, at, stride);
        }
    }
}
