package dev.cortado.engine.vector.product;

import java.util.function.Supplier;
import jdk.incubator.vector.FloatVector;

/// A product whose A has many zeros in the same places: four rows at a time leave out the steps of k at which all four are zero.
///
/// Images have edges where nothing is drawn, a one-hot column is zero for most samples, and rectified units may be silent. Of 784 pixels, four of MNIST's images have
/// 300 that are not all zero; and of a batch, a weight's gradient has 28 samples of a hundred for four neighbouring pixels.
///
/// The bits are those of all steps: fma(0, b, c) is c for a finite b. (If c is -0 it may become 0, which is why tiles end with adding 0.) A strip of B that is
/// not finite meets every step, since zero times infinity is NaN.
final class SparseProduct {
    /// From so many multiplications on it is worth looking for zeros, at so many places; and from one in so many of them on it is worth using them.
    private static final long WORTH_LOOKING = 1 << 20;
    private static final int PLACES = 64, WORTH_USING = 4;
    /// Lists of steps and a strip are made for larger ones no more: they would take too much memory.
    private static final long MOST_ELEMENTS = 1 << 26, MOST_STEPS = 1 << 18;
    /// Floats of a B all of whose strips are copied before any is used: a part of the second cache.
    private static final int NEAR_FLOATS = 1 << 16;
    private static final int ROWS = SparseTile.ROWS;

    private final SparseTile tile;
    private final int width;
    private final Ripeness ripeness;
    private final LiveSteps live;
    private final FiniteStrip finite;
    private final AllSteps all = new AllSteps();
    private final float[] scratch;
    /// Strips of B, each contiguous along k, and whether each may skip steps.
    private final AlignedFloats strips;
    private boolean[] skips = {};

    // The steps and the strip at hand.
    private int[] steps = {};
    private int first;
    private int last;
    private int strip;

    SparseProduct(Tiles tiles, Supplier<Ripeness> ripeness) {
        tile = tiles.high ? new HighSparseTile4x4() : new LowSparseTile4x3();
        width = tile.vectors() * FloatVector.SPECIES_PREFERRED.length();
        this.ripeness = ripeness.get().thoroughly();
        live = new LiveSteps(ripeness.get());
        finite = new FiniteStrip(ripeness.get());
        scratch = new float[ROWS * width];
        strips = new AlignedFloats(ripeness.get());
    }

    /// The columns of a strip.
    int width() {
        return width;
    }

    /// Whether a product is large enough for that.
    static boolean isWorthLooking(int rows, int columns, int k) {
        return (long) rows * columns * k >= WORTH_LOOKING;
    }

    /// Whether the first `rows` rows of a block of A, in which k steps begin, seem to have enough zeros: looked at here and there.
    boolean pays(LeftMatrix left, RightMatrix right, int rows, int columns, int k) {
        if (!right.rowsApart() || rows < 2 * ROWS || columns < width || !isWorthLooking(rows, columns, k)) {
            return false;
        }
        if ((long) rows * k > MOST_ELEMENTS || k > MOST_STEPS) {
            return false;
        }
        int zeros = 0;
        for (int place = 0; place < PLACES; place++) {
            int row = (int) ((long) (rows - ROWS) * (place * 29 % PLACES) / PLACES);
            int step = (int) ((long) k * place / PLACES);
            zeros += LiveSteps.isZero(left.array(), left.at(0, row, 0) + step * left.step(), left.row(), ROWS) ? 1 : 0;
        }
        return zeros * WORTH_USING >= PLACES;
    }

    /// Computes `rows` rows of columns `from` to `end` (exclusive). A is read where it lies; of B each strip is copied first, since rows of B that are a power of two
    /// apart would push each other out of the caches. If all strips fit into a cache, four rows of A meet one after the other, and C is written row by row.
    ///
    /// @param startAt where the rows start in `start`, at column 0; `cAt` in C
    /// @param startRow the distance of two rows of `start`; 0 for one of zeros
    void run(LeftMatrix left, RightMatrix right, int rows, int k, float[] start, int startAt, int startRow, float[] c, int cAt, int cRow, int from, int end) {
        live.find(left.array(), left.at(0, 0, 0), rows, left.row(), k, left.step());
        int together = (long) k * (end - from) <= NEAR_FLOATS ? Math.ceilDiv(end - from, width) * width : width;
        for (int next = from; next < end; next += together) {
            int stop = Math.min(end, next + together);
            copy(right, k, next, stop, end);
            for (int panel = 0; panel * ROWS < rows; panel++) {
                for (int column = next, copied = 0; column < stop; column += width, copied++) {
                    at(panel, copied, k);
                    int begin = Math.min(column, end - width);
                    int row = Math.min(panel * ROWS, rows - ROWS);
                    int above = panel * ROWS - row, before = column - begin;
                    if ((startRow == 0 && begin >= from) || (above == 0 && before == 0)) {
                        multiply(left, row, start, startAt + row * startRow + begin, startRow, c, cAt + row * cRow + begin, cRow);
                    } else {
                        // What has been added once must not be added again, nor what another thread computes be touched.
                        int inside = above * width + before, wanted = Math.min(width, end - column);
                        int startInside = startAt + panel * ROWS * startRow + column, cInside = cAt + panel * ROWS * cRow + column;
                        BlockedProduct.copy(start, startInside, startRow, scratch, inside, width, ROWS - above, wanted);
                        multiply(left, row, scratch, 0, width, scratch, 0, width);
                        BlockedProduct.copy(scratch, inside, width, c, cInside, cRow, ROWS - above, wanted);
                    }
                }
            }
        }
    }

    /// Copies the strips of columns `next` to `stop`; one that would reach beyond `end` begins further left.
    private void copy(RightMatrix right, int k, int next, int stop, int end) {
        int count = Math.ceilDiv(stop - next, width);
        strips.room(count * k * width);
        if (skips.length < count) {
            skips = new boolean[count];
        }
        for (int i = 0; i < count; i++) {
            int begin = Math.min(next + i * width, end - width);
            skips[i] = finite.copy(right.array(), right.at(begin), right.stride(), k, tile.vectors(), strips.array(), strips.offset() + i * k * width);
        }
    }

    /// Takes a panel of four rows and a copied strip in hand.
    private void at(int panel, int copied, int k) {
        steps = skips[copied] ? live.steps() : all.atLeast(k);
        first = skips[copied] ? live.first(panel) : 0;
        last = skips[copied] ? live.end(panel) : k;
        strip = strips.offset() + copied * k * width;
    }

    /// The strip and the steps at hand for four rows of A.
    private void multiply(LeftMatrix left, int row, float[] start, int startAt, int startRow, float[] c, int cAt, int cRow) {
        float[] a = left.array(), b = strips.array();
        int bAt = strip;
        int aAt = left.at(0, row, 0), aRow = left.row(), aStep = left.step();
        if (ripeness.isRipe()) {
            tile.multiply(a, aAt, aRow, aStep, b, bAt, width, start, startAt, startRow, c, cAt, cRow, steps, first, last);
            return;
        }
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            tile.multiply(a, aAt, aRow, aStep, b, bAt, width, start, startAt, startRow, c, cAt, cRow, steps, first, first - 1);
        }
        int tasted = Math.min(last - first, ripeness.appetite());
        if (tasted > 0) {
            long before = System.nanoTime();
            tile.multiply(a, aAt, aRow, aStep, b, bAt, width, start, startAt, startRow, c, cAt, cRow, steps, first, first + tasted);
            ripeness.tasted(tasted, before);
            PlainTile.multiply(ROWS, width, a, aAt, aRow, aStep, b, bAt, width, c, cAt, cRow, c, cAt, cRow, steps, first + tasted, last, 1, 0);
        } else {
            PlainTile.multiply(ROWS, width, a, aAt, aRow, aStep, b, bAt, width, start, startAt, startRow, c, cAt, cRow, steps, first, last, 1, 0);
        }
    }
}
