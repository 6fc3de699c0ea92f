package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.util.function.Supplier;

/// C = A·B with A and B read where they lie, or B turned first: the quickest for mini-batches and layers that are not wide.
///
/// The columns are cut into strips of two vectors, and what is left into one of as many as it takes, up to three. That ends with the last column, and so may begin among
/// columns that are done already; where there are no such, it is one vector narrower, and another vector follows, unless the tile of two vectors lets them overlap.
final class StraightProduct {
    /// A larger B is better packed, and a deeper one. One that many rows meet, or that is to be turned, is better packed where it is wide, and with 16 registers any: each five rows
    /// fetch it again.
    private static final int MOST_HIGH_FLOATS = 180_000, MOST_HIGH_STEPS = 2048, MOST_HIGH_ROWS = 256, MOST_FLOATS = 1 << 17, MOST_STEPS = 800, MOST_COLUMNS = 255;
    /// From so many sums on, a tile leaves hardly a register to anything else, and is compiled well only if the compiler sees how often its loop runs.
    private static final int MANY_SUMS = 20;
    /// Floats of A that every strip meets: a part of the second cache.
    private static final int BLOCK_FLOATS = 1 << 16;

    private static final int LANES = Species.FLOATS.length();
    private static final boolean HIGH = LANES >= 16;

    /// For strips of one vector, of two, and so on: tiles of one height or of several, lowest first.
    private final StripTiles[][] tiles;

    private final Packing packing;
    private final AlignedFloats turned;

    StraightProduct(Supplier<Ripeness> ripeness, Packing packing, CacheLines lines) {
        this.packing = packing;
        turned = new AlignedFloats(lines);
        Supplier<Ripeness> thorough = () -> ripeness.get().thoroughly();
        tiles = HIGH
                ? new StripTiles[][] {of(1, thorough, new StripTile10x1()), of(2, thorough, new HighStripTile11x2(), new HighStripTile13x2()),
                        of(3, thorough, new HighStripTile7x3())}
                : new StripTiles[][] {of(1, thorough, new StripTile10x1()), of(2, thorough, new LowStripTile5x2())};
    }

    private static StripTiles[] of(int vectors, Supplier<Ripeness> ripeness, StripTile... tiles) {
        StripTiles[] all = new StripTiles[tiles.length];
        for (int i = 0; i < tiles.length; i++) {
            boolean fillsRegisters = tiles[i].rows() * vectors >= MANY_SUMS;
            all[i] = new StripTiles(tiles[i], ripeness, fillsRegisters ? () -> ripeness.get().seldomIdle() : ripeness);
        }
        return all;
    }

    /// Whether it computes so many rows of A·B with n columns and k steps.
    boolean serves(int rows, int n, int k) {
        if (HIGH && rows <= MOST_HIGH_ROWS && (long) n * k <= MOST_HIGH_FLOATS && k <= MOST_HIGH_STEPS) {
            return fills(rows, n);
        }
        return servesTransposed(rows, n, k);
    }

    /// The same for A·Bᵀ.
    boolean servesTransposed(int rows, int n, int k) {
        return n <= MOST_COLUMNS && k <= MOST_STEPS && (HIGH || n * k <= MOST_FLOATS) && fills(rows, n);
    }

    /// Whether there are rows enough for a tile.
    private boolean fills(int rows, int n) {
        return rows >= tiles[n <= LANES ? 0 : 1][0].rows;
    }

    /// Rows `first` to `end` (exclusive) of n columns of C = A·Bᵀ, after as many rows of B, each contiguous along k, have been turned.
    void multiplyTransposed(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int cRow, int n, int k, int first, int end) {
        int step = (n + LANES - 1) / LANES * LANES;
        turned.room(k * step);
        for (int column = 0; column < n; column += LANES) {
            packing.transpose(b, bOffset + column * k, k, Math.min(LANES, n - column), k, turned.array(), turned.offset() + column, step);
        }
        multiply(a, aOffset, k, turned.array(), turned.offset(), step, c, cOffset, cRow, n, k, first, end, FinishedRows.IGNORED);
    }

    /// Computes rows `first` to `end` (exclusive) of C = A·B, n columns; `finished` is told of rows as they are done.
    ///
    /// @param aRow the distance of two rows of A; `bStep` of B; `cRow` of C
    void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int n, int k, int first, int end, FinishedRows finished) {
        int rows = end - first;
        if (rows * k <= BLOCK_FLOATS) {
            strips(a, aOffset + first * aRow, aRow, b, bOffset, bStep, c, cOffset + first * cRow, cRow, rows, n, k);
            finished.finished(first, end);
            return;
        }
        int blocks = Math.ceilDiv(rows * k, BLOCK_FLOATS);
        for (int block = 0; block < blocks; block++) {
            int row = first + (int) ((long) rows * block / blocks);
            int next = first + (int) ((long) rows * (block + 1) / blocks);
            strips(a, aOffset + row * aRow, aRow, b, bOffset, bStep, c, cOffset + row * cRow, cRow, next - row, n, k);
            finished.finished(row, next);
        }
    }

    private void strips(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int n, int k) {
        for (int column = 0; column < n; ) {
            int vectors = vectors(n - column, n, m);
            int width = Math.min(n, vectors * LANES);
            int begin = Math.min(column, n - width);
            StripTiles chosen = tightest(tiles[vectors - 1], m);
            chosen.multiply(a, aOffset, aRow, b, bOffset + begin, bStep, c, cOffset + begin, cRow, m, k, width);
            column = begin + width;
        }
    }

    /// Those of some tiles, lowest first, that compute the fewest of m rows twice: of equals the highest, which reads B least often.
    private static StripTiles tightest(StripTiles[] tiles, int m) {
        StripTiles best = tiles[0];
        for (int i = 1; i < tiles.length; i++) {
            if (tiles[i].rows <= m && rowsComputed(tiles[i], m) <= rowsComputed(best, m)) {
                best = tiles[i];
            }
        }
        return best;
    }

    private static int rowsComputed(StripTiles tiles, int m) {
        return Math.ceilDiv(m, tiles.rows) * tiles.rows;
    }

    /// The vectors of a strip for the `left` last columns of n: two, or three where no more are left.
    private int vectors(int left, int n, int m) {
        int wanted = Math.ceilDiv(left, LANES);
        int vectors = wanted > tiles.length ? 2 : wanted;
        if (HIGH) {
            return vectors > 1 && vectors * LANES > n ? vectors - 1 : vectors;
        }
        return m < tiles[0][0].rows ? 2 : vectors;
    }
}
