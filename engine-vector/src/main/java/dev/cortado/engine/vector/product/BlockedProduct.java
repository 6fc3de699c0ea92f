package dev.cortado.engine.vector.product;

import java.util.Arrays;

/// One product cut into blocks of k, of columns and of rows, and those into tiles.
///
/// A is read where it lies, in either layout. B is read where it lies when it is small and its rows are; otherwise a block of it is packed into strips as wide as a
/// tile, each contiguous along k. The edge, what is left of the columns when the strips are whole, is computed by a tile of one vector that ends with the last
/// column: it overlaps the strip before and writes only the lanes that are new. Where C is narrower than a vector, the edge is padded by packing.
///
/// Between two blocks of k the sums rest in C, which is exact: the order of each sum is k ascending whatever the blocks.
final class BlockedProduct {
    private static final int K_TOGETHER = 1024;
    private static final int BLOCK_FLOATS = 1 << 17;
    private static final int FINISHED_FLOATS = 1 << 13;

    private final Tiles tiles = new Tiles();
    private final int lanes = tiles.lanes;
    private final int width = tiles.vectors * lanes;
    private final boolean[] edgeLanes = new boolean[3 * lanes];

    private float[] a = {};
    private int aOffset;
    private int aStride;
    private TileShape.Layout aLayout = TileShape.Layout.ROWS;
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

    BlockedProduct() {
        Arrays.fill(edgeLanes, lanes, 2 * lanes, true);
    }

    void rowsOfA(float[] array, int offset, int stride) {
        a = array;
        aOffset = offset;
        aStride = stride;
        aLayout = TileShape.Layout.ROWS;
    }

    void columnsOfA(float[] array, int offset, int stride) {
        a = array;
        aOffset = offset;
        aStride = stride;
        aLayout = TileShape.Layout.COLUMNS;
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
        boolean packs = bTransposed || cStride < lanes || (m > 2 * tiles.edgeRows && (long) k * cStride > BLOCK_FLOATS);
        int depth = even(k, K_TOGETHER);
        int columns = packs ? Math.max(width, BLOCK_FLOATS / depth / width * width) : right - left;
        int rows = Math.max(tiles.rows, FINISHED_FLOATS / cStride / tiles.rows * tiles.rows);
        for (int k0 = 0; k0 < k; k0 += depth) {
            int k1 = Math.min(k, k0 + depth);
            for (int j = left; j < right; j += columns) {
                int jEnd = Math.min(right, j + columns);
                if (packs) {
                    pack(k0, k1, j, jEnd);
                }
                for (int i = first; i < end; i += rows) {
                    int iEnd = Math.min(end, i + rows);
                    block(k0, k1, i, iEnd, j, jEnd, packs);
                    if (k1 == k && jEnd == right) {
                        finished.finished(i, iEnd);
                    }
                }
            }
            startFrom(c, cOffset, cStride);
        }
    }

    /// The size of the blocks that cut `whole` into as few parts as `most` allows, all but the last equally large.
    private static int even(int whole, int most) {
        int parts = (whole + most - 1) / most;
        return (whole + parts - 1) / parts;
    }

    private void block(int k0, int k1, int i, int iEnd, int j, int jEnd, boolean packs) {
        int depth = k1 - k0;
        int strips = (jEnd - j) / width;
        if (strips > 0) {
            if (packs) {
                rows(k0, depth, i, iEnd, j, packed, 0, width, strips, depth * width);
            } else {
                rows(k0, depth, i, iEnd, j, b, bOffset + k0 * bStride + j, bStride, strips, width);
            }
        }
        int at = strips * depth * width;
        for (int done = j + strips * width; done < jEnd; done += lanes) {
            int edge = edge(done, jEnd);
            int from = lanes - (done - edge);
            int mask = jEnd - edge < lanes ? 2 * lanes - (jEnd - edge) : from;
            if (packs) {
                edge(k0, depth, i, iEnd, edge, packed, at, lanes, mask);
            } else {
                edge(k0, depth, i, iEnd, edge, b, bOffset + k0 * bStride + edge, bStride, mask);
            }
            at += depth * lanes;
        }
    }

    /// Where the vector of an edge begins whose first new column is `done`.
    private int edge(int done, int jEnd) {
        return Math.max(0, Math.min(done, jEnd - lanes));
    }

    private void rows(int k0, int depth, int i, int iEnd, int j, float[] from, int offset, int stride, int strips, int strip) {
        int count = (iEnd - i + tiles.rows - 1) / tiles.rows;
        for (int t = 0; t < count; t++) {
            int row = i + (iEnd - i) * t / count;
            int next = i + (iEnd - i) * (t + 1) / count;
            tiles.whole(next - row, aLayout).multiply(a, aAt(row, k0), aStride, from, offset, stride, start, startOffset + row * startStride + j, startStride,
                    c, cOffset + row * cStride + j, cStride, depth, strips, strip, edgeLanes, lanes);
        }
    }

    private void edge(int k0, int depth, int i, int iEnd, int j, float[] from, int offset, int stride, int mask) {
        int count = (iEnd - i + tiles.edgeRows - 1) / tiles.edgeRows;
        for (int t = 0; t < count; t++) {
            int row = i + (iEnd - i) * t / count;
            int next = i + (iEnd - i) * (t + 1) / count;
            tiles.edge(next - row, aLayout).multiply(a, aAt(row, k0), aStride, from, offset, stride, start, startOffset + row * startStride + j, startStride,
                    c, cOffset + row * cStride + j, cStride, depth, 1, 0, edgeLanes, mask);
        }
    }

    private int aAt(int row, int k0) {
        return switch (aLayout) {
            case ROWS -> aOffset + row * aStride + k0;
            case COLUMNS -> aOffset + k0 * aStride + row;
        };
    }

    private void pack(int k0, int k1, int j, int jEnd) {
        int depth = k1 - k0;
        int floats = depth * (jEnd - j + 2 * lanes);
        if (packed.length < floats) {
            packed = new float[floats];
        }
        int at = 0;
        int column = j;
        for (; column + width <= jEnd; column += width) {
            strip(k0, k1, column, width, at, width);
            at += depth * width;
        }
        for (; column < jEnd; column += lanes) {
            int edge = edge(column, jEnd);
            strip(k0, k1, edge, Math.min(lanes, jEnd - edge), at, lanes);
            at += depth * lanes;
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
