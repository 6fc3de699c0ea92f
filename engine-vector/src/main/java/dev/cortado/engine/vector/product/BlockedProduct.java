package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.product.TileShape.Lanes;
import dev.cortado.engine.vector.product.TileShape.Layout;
import java.util.Arrays;

/// One product cut into blocks of k, of columns and of rows, and those into tiles.
///
/// A and B are read where they lie where that is quick, which [Tiles] knows. Otherwise a block of B is packed into strips as wide as a tile, and a block of A into
/// panels as high as one, each contiguous along k.
///
/// What is left of the columns when the strips are whole is computed by a tile whose vectors overlap, or by an edge: one vector that ends with the last column,
/// overlaps the strip before and writes only the lanes that are new. Where C is narrower than a vector, the edge is padded.
///
/// Between two blocks of k the sums rest in C, which is exact: the order of each sum is k ascending whatever the blocks.
final class BlockedProduct {
    /// The block of B that is packed at once, to be met by one block of A after the other: it may lie in the third cache.
    private static final int B_BLOCK_FLOATS = 1 << 19;

    private final Tiles tiles = new Tiles();
    private final int lanes = tiles.lanes;
    private final int width = tiles.vectors * lanes;
    private final boolean[] edgeLanes = new boolean[3 * lanes];

    private float[] a = {};
    private int aOffset;
    private int aStride;
    private Layout aLayout = Layout.ROWS;
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

    BlockedProduct() {
        Arrays.fill(edgeLanes, lanes, 2 * lanes, true);
    }

    int rowsTogether() {
        return tiles.rows;
    }

    void rowsOfA(float[] array, int offset, int stride) {
        a = array;
        aOffset = offset;
        aStride = stride;
        aLayout = Layout.ROWS;
    }

    void columnsOfA(float[] array, int offset, int stride) {
        a = array;
        aOffset = offset;
        aStride = stride;
        aLayout = Layout.COLUMNS;
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
        int depth = even(k, tiles.depth);
        packsB = bTransposed || runsOut(k) || tiles.packsB(m, cStride, k);
        packsA = end - first > tiles.rows && tiles.packsA(right - left, aLayout, packsB);
        int columns = packsB ? Math.max(width, B_BLOCK_FLOATS / depth / width * width) : right - left;
        int rows = rowsOfABlock(end - first, depth);
        for (int k0 = 0; k0 < k; k0 += depth) {
            int k1 = Math.min(k, k0 + depth);
            for (int j = left; j < right; j += columns) {
                int jEnd = Math.min(right, j + columns);
                if (packsB) {
                    packB(k0, k1, j, jEnd, left);
                }
                for (int i = first; i < end; i += rows) {
                    int iEnd = Math.min(end, i + rows);
                    if (packsA) {
                        packA(k0, k1, i, iEnd);
                    }
                    block(k0, k1, i, iEnd, j, jEnd, left);
                    if (k1 == k && jEnd == right) {
                        finished.finished(i, iEnd);
                    }
                }
            }
            startFrom(c, cOffset, cStride);
        }
    }

    /// Whether a vector at the begin of B's last row would reach beyond the array. In a row before that it may read on into the next: those lanes are not written.
    private boolean runsOut(int k) {
        return cStride < lanes && bOffset + (k - 1) * bStride + lanes > b.length;
    }

    /// The size of the blocks that cut `whole` into as few parts as `most` allows, all but the last equally large.
    private static int even(int whole, int most) {
        int parts = (whole + most - 1) / most;
        return (whole + parts - 1) / parts;
    }

    /// Blocks of A are a few tiles high; all have about as many.
    private int rowsOfABlock(int rows, int depth) {
        return tiles.rows * even((rows + tiles.rows - 1) / tiles.rows, Math.max(1, tiles.blockFloats / depth / tiles.rows));
    }

    private void block(int k0, int k1, int i, int iEnd, int j, int jEnd, int left) {
        int depth = k1 - k0;
        int strips = (jEnd - j) / width;
        int together = Math.max(1, tiles.nearFloats / (depth * width));
        for (int strip = 0; strip < strips; strip += together) {
            int column = j + strip * width;
            int count = Math.min(together, strips - strip);
            if (packsB) {
                strips(k0, depth, i, iEnd, column, packed, strip * depth * width, width, count, depth * width, Lanes.ALL, 0);
            } else {
                strips(k0, depth, i, iEnd, column, b, bOffset + k0 * bStride + column, bStride, count, width, Lanes.ALL, 0);
            }
        }
        rest(k0, depth, i, iEnd, j + strips * width, jEnd, left, strips * depth * width);
    }

    /// The columns from `done` on, fewer than a strip, whose packed form begins at `at`.
    private void rest(int k0, int depth, int i, int iEnd, int done, int jEnd, int left, int at) {
        int columns = jEnd - done;
        int unpacked = bOffset + k0 * bStride;
        if (columns > lanes) {
            if (packsB) {
                strips(k0, depth, i, iEnd, done, packed, at, width, 1, 0, Lanes.OVERLAPPING, columns - lanes);
            } else {
                strips(k0, depth, i, iEnd, done, b, unpacked + done, bStride, 1, 0, Lanes.OVERLAPPING, columns - lanes);
            }
        } else if (columns > 0) {
            // An edge has lanes that are not new in front where there is room, at the end where there is none.
            boolean room = jEnd - lanes >= left;
            int edge = room ? jEnd - lanes : done;
            Lanes written = room ? Lanes.BLENDED : Lanes.MASKED;
            int mask = room ? lanes - (done - edge) : 2 * lanes - columns;
            if (packsB) {
                edge(k0, depth, i, iEnd, edge, packed, at, lanes, written, mask);
            } else {
                edge(k0, depth, i, iEnd, edge, b, unpacked + edge, bStride, written, mask);
            }
        }
    }

    private void strips(int k0, int depth, int i, int iEnd, int j, float[] from, int offset, int stride, int strips, int strip, Lanes written, int gap) {
        int count = (iEnd - i + tiles.rows - 1) / tiles.rows;
        for (int t = 0; t < count; t++) {
            int row = i + (iEnd - i) * t / count;
            int next = i + (iEnd - i) * (t + 1) / count;
            if (packsA) {
                tiles.strip(next - row, Layout.COLUMNS, written).multiply(packedA, (row - i) * depth, next - row, from, offset, stride,
                        start, startOffset + row * startStride + j, startStride, c, cOffset + row * cStride + j, cStride, depth, strips, strip, edgeLanes, gap);
            } else {
                tiles.strip(next - row, aLayout, written).multiply(a, aAt(row, k0), aStride, from, offset, stride,
                        start, startOffset + row * startStride + j, startStride, c, cOffset + row * cStride + j, cStride, depth, strips, strip, edgeLanes, gap);
            }
        }
    }

    /// Packs the rows of each tile side by side, one step of k after the other.
    private void packA(int k0, int k1, int i, int iEnd) {
        int depth = k1 - k0;
        int floats = depth * (iEnd - i) + lanes;
        if (packedA.length < floats) {
            packedA = new float[floats];
        }
        int count = (iEnd - i + tiles.rows - 1) / tiles.rows;
        for (int t = 0; t < count; t++) {
            int row = i + (iEnd - i) * t / count;
            int width = i + (iEnd - i) * (t + 1) / count - row;
            switch (aLayout) {
                case ROWS -> Packing.transpose(a, aAt(row, k0), aStride, width, depth, packedA, (row - i) * depth, width);
                case COLUMNS -> Packing.copy(a, aAt(row, k0), aStride, depth, width, packedA, (row - i) * depth, width);
            }
        }
    }

    private void edge(int k0, int depth, int i, int iEnd, int j, float[] from, int offset, int stride, Lanes written, int mask) {
        int count = (iEnd - i + tiles.edgeRows - 1) / tiles.edgeRows;
        for (int t = 0; t < count; t++) {
            int row = i + (iEnd - i) * t / count;
            int next = i + (iEnd - i) * (t + 1) / count;
            tiles.edge(next - row, aLayout, written).multiply(a, aAt(row, k0), aStride, from, offset, stride, start, startOffset + row * startStride + j, startStride,
                    c, cOffset + row * cStride + j, cStride, depth, 1, 0, edgeLanes, mask);
        }
    }

    private int aAt(int row, int k0) {
        return switch (aLayout) {
            case ROWS -> aOffset + row * aStride + k0;
            case COLUMNS -> aOffset + k0 * aStride + row;
        };
    }

    private void packB(int k0, int k1, int j, int jEnd, int left) {
        int depth = k1 - k0;
        int floats = depth * (jEnd - j + 2 * lanes) + lanes;
        if (packed.length < floats) {
            packed = new float[floats];
        }
        int at = 0;
        int column = j;
        for (; column + width <= jEnd; column += width) {
            strip(k0, k1, column, width, at, width);
            at += depth * width;
        }
        if (jEnd - column > lanes) {
            strip(k0, k1, column, lanes, at, width);
            strip(k0, k1, jEnd - lanes, lanes, at + jEnd - lanes - column, width);
        } else if (column < jEnd) {
            int edge = Math.max(left, jEnd - lanes);
            strip(k0, k1, edge, jEnd - edge, at, lanes);
        }
    }

    private void strip(int k0, int k1, int column, int columns, int at, int stride) {
        if (bTransposed) {
            Packing.transpose(b, bOffset + column * bStride + k0, bStride, columns, k1 - k0, packed, at, stride);
        } else {
            Packing.copy(b, bOffset + k0 * bStride + column, bStride, k1 - k0, columns, packed, at, stride);
        }
    }
}
