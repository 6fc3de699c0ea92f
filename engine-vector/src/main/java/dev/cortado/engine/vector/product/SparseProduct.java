package dev.cortado.engine.vector.product;

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
    /// Floats that stay in the second cache. So many of B are copied at once: the next are written to the same place, which so need not be fetched.
    private static final int NEAR_FLOATS = 1 << 16;
    /// Panels of four rows that meet all of a B that stays there, one strip after the other, while their rows of A stay in the nearest cache.
    private static final int PANELS_TOGETHER = 8;
    private static final int ROWS = SparseTile.ROWS;

    private final LeftMatrix left;
    private final boolean rightFirst;
    private final SparseTiles wide;
    /// For the last columns, where they are few enough.
    private final SparseTiles narrow;
    private final LiveSteps live;
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
    /// The list of steps of each panel.
    private int[] steps = {};
    private int room;
    private int[] counts = {};

    /// @param rightFirst whether B is copied before A is looked at
    SparseProduct(Tiles tiles, LeftMatrix left, Supplier<Ripeness> ripeness, CacheLines lines, boolean rightFirst) {
        this.left = left;
        this.rightFirst = rightFirst;
        narrow = new SparseTiles(new SparseTile4x3(), ripeness);
        wide = tiles.high ? new SparseTiles(new HighSparseTile4x4(), ripeness) : narrow;
        live = new LiveSteps(ripeness);
        scratch = new float[ROWS * wide.width];
        strips = new AlignedFloats(lines);
    }

    /// The columns of a strip.
    int width() {
        return wide.width;
    }

    /// Whether a product is large enough for that.
    static boolean isWorthLooking(int rows, int columns, int k) {
        return (long) rows * columns * k >= WORTH_LOOKING;
    }

    /// Whether the first `rows` rows of a block of A, in which k steps begin, seem to have enough zeros: looked at here and there.
    boolean pays(RightMatrix right, int rows, int columns, int k) {
        if (!right.rowsApart() || rows < 2 * ROWS || columns < wide.width || !isWorthLooking(rows, columns, k)) {
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
    /// would push each other out of the caches. If its strips stay in a cache, all meet a few rows of A after the other; otherwise one strip after the other meets all rows.
    void run(RightMatrix right, int rows, int k, int from, int end) {
        this.rows = rows;
        this.k = k;
        this.from = from;
        this.end = end;
        boolean near = (long) k * (end - from) <= NEAR_FLOATS;
        int panels = Math.ceilDiv(rows, ROWS), panelsTogether = near ? PANELS_TOGETHER : panels;
        int columnsTogether = Math.max(1, NEAR_FLOATS / (k * wide.width)) * wide.width;
        if (!rightFirst) {
            findLiveSteps();
        }
        for (int column = from; column < end; column += columnsTogether) {
            int stop = Math.min(end, column + columnsTogether);
            boolean finite = copy(right, column, stop);
            if (column == from && rightFirst) {
                findLiveSteps();
            }
            takeSteps(finite);
            for (int panel = 0; panel < panels; panel += panelsTogether) {
                strips(column, stop, panel, Math.min(panels, panel + panelsTogether));
            }
        }
    }

    private void findLiveSteps() {
        live.find(left.array(), left.at(0, 0, 0), rows, left.row(), k, left.step());
    }

    /// Copies strips for some columns, and says whether they are finite. The last strip of all ends with the last column, and so may begin among those before it.
    private boolean copy(RightMatrix right, int column, int stop) {
        int whole = (stop - column) / wide.width, rest = (stop - column) % wide.width;
        strips.room(Math.ceilDiv(stop - column, wide.width) * k * wide.width);
        boolean finite = wide.copier.copy(right.array(), right.at(column), right.stride(), k, whole, strips.array(), strips.offset());
        if (rest > 0) {
            SparseTiles last = tileFor(rest);
            finite &= last.copier.copy(right.array(), right.at(end - last.width), right.stride(), k, 1, strips.array(), strips.offset() + whole * k * wide.width);
        }
        return finite;
    }

    /// The live steps, if B is finite where they are to be used; or else all.
    private void takeSteps(boolean finite) {
        steps = finite ? live.steps() : all.atLeast(k);
        room = finite ? live.room() : 0;
        counts = finite ? live.counts() : all.counts(Math.ceilDiv(rows, ROWS), k);
    }

    private SparseTiles tileFor(int columns) {
        return columns <= narrow.width ? narrow : wide;
    }

    /// Panels `first` to `last` (exclusive) of four rows of A by the strips that have been copied for some columns.
    private void strips(int column, int stop, int first, int last) {
        for (int next = column, bAt = strips.offset(); next < stop; next += wide.width, bAt += k * wide.width) {
            int columns = Math.min(wide.width, stop - next);
            strip(tileFor(columns), next, columns, bAt, first, last);
        }
    }

    /// Some panels by the strip, copied to `bAt`, that ends with so many columns from one on.
    private void strip(SparseTiles tile, int column, int columns, int bAt, int first, int last) {
        int before = tile.width - columns, begin = column - before;
        boolean repeatable = startRow == 0 && begin >= from;
        int whole = repeatable ? last : before == 0 ? Math.min(last, rows / ROWS) : first;
        multiply(tile, first, whole, bAt, start, startAt + begin, startRow, c, cAt + begin, cRow);
        for (int panel = whole; panel < last; panel++) {
            // What has been added once must not be added again, nor what another thread computes be touched.
            int row = Math.min(panel * ROWS, rows - ROWS), above = panel * ROWS - row, inside = above * tile.width + before;
            int startInside = startAt + panel * ROWS * startRow + column, cInside = cAt + panel * ROWS * cRow + column;
            BlockedProduct.copy(start, startInside, startRow, scratch, inside, tile.width, ROWS - above, columns);
            multiply(tile, panel, panel + 1, bAt, scratch, -row * tile.width, tile.width, scratch, -row * tile.width, tile.width);
            BlockedProduct.copy(scratch, inside, tile.width, c, cInside, cRow, ROWS - above, columns);
        }
    }

    /// Panels `first` to `stop` (exclusive).
    private void multiply(SparseTiles tile, int first, int stop, int bAt, float[] start, int startAt, int startRow, float[] c, int cAt, int cRow) {
        tile.multiply(left.array(), left.at(0, 0, 0), left.row(), left.step(), strips.array(), bAt, start, startAt, startRow, c, cAt, cRow, steps, room, counts,
                first, stop, rows - ROWS);
    }
}
