package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.util.function.Supplier;

/// A product whose A has many zeros in the same places: four rows at a time leave out the steps of k at which all four are zero.
///
/// Images have edges where nothing is drawn, a one-hot column is zero for most samples, and rectified units may be silent. Of 784 pixels, four of MNIST's images have
/// 300 that are not all zero; and of a batch, a weight's gradient has 28 samples of a hundred for four neighbouring pixels.
///
/// The bits are those of all steps: fma(0, b, c) is c for a finite b. (If c is -0 it may become 0, which is why tiles end with adding 0.) Strips of B that
/// are not finite meet every step, since zero times infinity is NaN.
final class SparseProduct {
    /// From so many multiplications on it is worth looking for zeros, at so many places; and from one in so many of them on it is worth using them.
    private static final long WORTH_LOOKING = 1 << 20;
    private static final int PLACES = 64, WORTH_USING = 4;
    /// Lists of steps and a strip are made for larger ones no more: they would take too much memory.
    private static final long MOST_ELEMENTS = 1 << 26, MOST_STEPS = 1 << 18;
    /// Floats of B that are copied at once, and those of a B that stays in the second cache.
    private static final int COPIED_FLOATS = 1 << 19, NEAR_FLOATS = 1 << 16;
    private static final int ROWS = SparseTile.ROWS;

    private final LeftMatrix left;
    private final SparseTile tile;
    private final int width;
    private final Ripeness ripeness;
    private final LiveSteps live;
    private final FiniteStrips finite;
    private final AllSteps all = new AllSteps();
    private final float[] scratch;
    /// Strips of B, each contiguous along k.
    private final AlignedFloats strips;

    // The product at hand.
    private int rows;
    private int k;
    private float[] start = {};
    private int startAt;
    private int startRow;
    private float[] c = {};
    private int cAt;
    private int cRow;
    private int from;
    private int end;
    /// Whether the copied strips are finite, so that steps may be skipped.
    private boolean skips;

    SparseProduct(Tiles tiles, LeftMatrix left, Supplier<Ripeness> ripeness) {
        this.left = left;
        this.ripeness = ripeness.get().thoroughly();
        tile = tiles.high ? new HighSparseTile4x4() : new LowSparseTile4x3();
        width = tile.vectors() * Species.FLOATS.length();
        live = new LiveSteps(ripeness);
        finite = new FiniteStrips(ripeness.get(), tile.vectors());
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
    boolean pays(RightMatrix right, int rows, int columns, int k) {
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

    /// Takes where the sums start and where they go.
    ///
    /// @param startAt where the rows start in `start`, at column 0; `cAt` in C
    /// @param startRow the distance of two rows of `start`; 0 for one of zeros
    void into(float[] start, int startAt, int startRow, float[] c, int cAt, int cRow) {
        this.start = start;
        this.startAt = startAt;
        this.startRow = startRow;
        this.c = c;
        this.cAt = cAt;
        this.cRow = cRow;
    }

    /// Computes `rows` rows of columns `from` to `end` (exclusive). A is read where it lies, and B copied first, row by row, since rows of B that are a power of two apart
    /// would push each other out of the caches. If its strips stay in a cache, all meet four rows of A after the other; otherwise one strip after the other meets all rows.
    void run(RightMatrix right, int rows, int k, int from, int end) {
        this.rows = rows;
        this.k = k;
        this.from = from;
        this.end = end;
        live.find(left.array(), left.at(0, 0, 0), rows, left.row(), k, left.step());
        int panels = Math.ceilDiv(rows, ROWS), total = Math.ceilDiv(end - from, width);
        int together = Math.clamp(COPIED_FLOATS / (k * width), 1, total);
        boolean near = (long) k * (end - from) <= NEAR_FLOATS;
        for (int next = 0; next < total; next += together) {
            int count = Math.min(together, total - next);
            skips = copy(right, from + next * width, count);
            int step = near ? count : 1;
            for (int copied = 0; copied < count; copied += step) {
                tiles(panels, from + next * width, copied, copied + step);
            }
        }
    }

    /// All panels, one after the other, by copied strips, of which number 0 is for a column.
    private void tiles(int panels, int column, int first, int stop) {
        for (int panel = 0; panel < panels; panel++) {
            for (int copied = first; copied < stop; copied++) {
                tile(panel, column + copied * width, strips.offset() + copied * k * width);
            }
        }
    }

    /// Copies so many strips from a column on, and says whether all are finite. The last ends with the last column, and so may begin among those before it.
    private boolean copy(RightMatrix right, int column, int count) {
        strips.room(count * k * width);
        int whole = column + count * width <= end ? count : count - 1;
        boolean isFinite = finite.copy(right.array(), right.at(column), right.stride(), k, whole, strips.array(), strips.offset());
        if (whole < count) {
            isFinite &= finite.copy(right.array(), right.at(end - width), right.stride(), k, 1, strips.array(), strips.offset() + whole * k * width);
        }
        return isFinite;
    }

    /// A panel of four rows of A by the strip for a column, which has been copied to `bAt`.
    private void tile(int panel, int column, int bAt) {
        int begin = Math.min(column, end - width), row = Math.min(panel * ROWS, rows - ROWS);
        int before = column - begin, above = panel * ROWS - row;
        if ((startRow == 0 && begin >= from) || (above == 0 && before == 0)) {
            multiply(panel, row, bAt, start, startAt + row * startRow + begin, startRow, c, cAt + row * cRow + begin, cRow);
        } else {
            // What has been added once must not be added again, nor what another thread computes be touched.
            int inside = above * width + before, wanted = Math.min(width, end - column);
            int startInside = startAt + panel * ROWS * startRow + column, cInside = cAt + panel * ROWS * cRow + column;
            BlockedProduct.copy(start, startInside, startRow, scratch, inside, width, ROWS - above, wanted);
            multiply(panel, row, bAt, scratch, 0, width, scratch, 0, width);
            BlockedProduct.copy(scratch, inside, width, c, cInside, cRow, ROWS - above, wanted);
        }
    }

    /// Four rows from `row` on, with the steps of a panel.
    private void multiply(int panel, int row, int bAt, float[] start, int startAt, int startRow, float[] c, int cAt, int cRow) {
        float[] a = left.array(), b = strips.array();
        int aAt = left.at(0, row, 0), aRow = left.row(), aStep = left.step();
        int[] steps = skips ? live.steps() : all.atLeast(k);
        int first = skips ? live.first(panel) : 0, last = skips ? live.end(panel) : k;
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
