package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.util.Map;
import java.util.WeakHashMap;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// One row times a matrix of six vectors of columns and a quarter, that comes again and again: read line by line.
///
/// With 16 lanes these are 100 columns, and hardly any vector of such a row lies in one cache line. One that lies across two takes two reads, and both wait for the second cache.
/// But four rows are 25 vectors, and if those follow the lines, each is read once; the vectors of a row are picked from two neighbours each, by one instruction. The steps, their
/// order and their bits are those of a [RowProduct].
///
/// Where the lines of a matrix begin is found out once it has come some times, again when the garbage collector may have moved it, and after many calls; and also whether this
/// processor is quicker that way.
final class LinedRowProduct {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int L = SPECIES.length(), QUARTER = L / 4;
    /// Columns, and rows that are a whole number of vectors.
    private static final int N = 6 * L + QUARTER, ROWS = 4;
    /// Rows of a matrix that lies in the nearest cache, so that little is gained.
    private static final int FEW = 160;
    /// Calls after which a matrix is taken for one that comes again and again, after how many more it is examined again, and trials of either way.
    private static final int CALLS = 50, RENEWAL = 10_000, TRIALS = 3;
    private static final FloatVector LANES = FloatVector.zero(SPECIES).addIndex(1);
    private static final VectorMask<Float> END = SPECIES.indexInRange(0, QUARTER);

    private final Ripeness ripeness;
    private final CacheLines lines;
    @SuppressWarnings("UndefinedEquals") // The same array is meant, not one that has the same floats.
    private final Map<float[], Matrix> matrices = new WeakHashMap<>();
    private final float[] scratch = new float[N];
    private final float[] fence = new float[ROWS];

    LinedRowProduct(Ripeness ripeness, CacheLines lines) {
        this.ripeness = ripeness;
        this.lines = lines;
    }

    /// Adds a (1 × k) · B (k × n) to c (1 × n); or does nothing and returns false, unless it is known that this is quicker.
    boolean add(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
        // Only long vectors have an instruction that picks lanes from two.
        if (L < 16 || n != N || k < FEW) {
            return false;
        }
        Matrix matrix = matrices.computeIfAbsent(b, array -> new Matrix());
        if (matrix.calls++ < CALLS) {
            return false;
        }
        if (matrix.calls % RENEWAL == 0 || !matrix.unmoved.isQuiet()) {
            examine(matrix, a, aOffset, b, bOffset, k);
        }
        if (matrix.start < 0) {
            return false;
        }
        add(matrix.start, a, aOffset, b, bOffset, c, cOffset, k);
        return true;
    }

    private void examine(Matrix matrix, float[] a, int aOffset, float[] b, int bOffset, int k) {
        if (!ripeness.isRipe()) {
            taste(a, aOffset, b, bOffset, k);
            return;
        }
        int start = lines.start(b);
        if (start < 0) {
            return;
        }
        long plain = Long.MAX_VALUE, lined = Long.MAX_VALUE;
        for (int trial = 0; trial < TRIALS; trial++) {
            long before = System.nanoTime();
            RowBlocks.addSeven(a, aOffset, b, bOffset, scratch, 0, N, k, N);
            long between = System.nanoTime();
            add(start, a, aOffset, b, bOffset, scratch, 0, k);
            plain = Math.min(plain, between - before);
            lined = Math.min(lined, System.nanoTime() - between);
        }
        matrix.start = lined < plain ? start : -1;
        matrix.unmoved.begin();
    }

    private void taste(float[] a, int aOffset, float[] b, int bOffset, int k) {
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            addFew(a, aOffset, b, bOffset, scratch, 0, 0);
            addFours(a, aOffset, b, bOffset, 0, scratch, 0, 0);
        }
        int tasted = Math.min(k / ROWS - 1, ripeness.appetite());
        long before = System.nanoTime();
        addFew(a, aOffset, b, bOffset, scratch, 0, Math.min(ROWS, tasted));
        addFours(a, aOffset, b, bOffset, 0, scratch, 0, tasted);
        ripeness.tasted(tasted, before);
    }

    /// Adds the product, if a line of b begins at index `start`; with the same bits if not.
    void add(int start, float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int k) {
        // Of four rows the first begins in the first quarter of a line, which is not to begin before b does.
        int skipped = Math.floorMod(bOffset - start, L);
        int head = Math.floorMod(-(skipped / QUARTER), ROWS);
        skipped %= QUARTER;
        if (bOffset + head * N < skipped) {
            head += ROWS;
        }
        int from = bOffset + head * N - skipped;
        int fours = Math.min((k - head) / ROWS, (b.length - L - from) / (ROWS * N));
        int done = head + ROWS * fours;
        addFew(a, aOffset, b, bOffset, c, cOffset, head);
        addFours(a, aOffset + head, b, from, skipped, c, cOffset, fours);
        addFew(a, aOffset + done, b, bOffset + done * N, c, cOffset, k - done);
    }

    /// Adds so many rows where they lie. Not by [RowBlocks#addSeven], which the compiler knows as a loop over many rows, and would compile anew.
    private static void addFew(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int rows) {
        for (int j = 0; j < 6 * L; j += L) {
            FloatVector sum = FloatVector.fromArray(SPECIES, c, cOffset + j);
            for (int p = 0; p < rows; p++) {
                sum = FloatVector.broadcast(SPECIES, a[aOffset + p]).fma(FloatVector.fromArray(SPECIES, b, bOffset + p * N + j), sum);
            }
            sum.add(0f).intoArray(c, cOffset + j);
        }
        FloatVector sum = FloatVector.fromArray(SPECIES, c, cOffset + 6 * L, END);
        for (int p = 0; p < rows; p++) {
            sum = FloatVector.broadcast(SPECIES, a[aOffset + p]).fma(FloatVector.fromArray(SPECIES, b, bOffset + p * N + 6 * L, END), sum);
        }
        sum.add(0f).intoArray(c, cOffset + 6 * L, END);
    }

    /// Adds so many times four rows, of which the first begins so many floats after `from`, less than a quarter of a vector. It reads the vector that follows them, too.
    ///
    /// What is written to the fence keeps the compiler from reading what comes after, since for all it knows that might be B: with the vectors of four rows at once it would run out of
    /// registers.
    private void addFours(float[] a, int aOffset, float[] b, int from, int skipped, float[] c, int cOffset, int fours) {
        float[] fence = this.fence;
        FloatVector p0 = LANES.add((float) skipped), p1 = p0.add((float) QUARTER), p2 = p1.add((float) QUARTER), p3 = p2.add((float) QUARTER);
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, cOffset), c1 = FloatVector.fromArray(SPECIES, c, cOffset + L);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * L), c3 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * L);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * L), c5 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * L);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * L, END);
        FloatVector v = FloatVector.fromArray(SPECIES, b, from), w;
        for (int i = 0; i < fours; i++) {
            int at = from + i * (ROWS * N);
            fence[0] = 0;
            FloatVector f0 = FloatVector.broadcast(SPECIES, a[aOffset + ROWS * i]);
            w = FloatVector.fromArray(SPECIES, b, at + L);
            c0 = f0.fma(p0.selectFrom(v, w), c0);
            v = FloatVector.fromArray(SPECIES, b, at + 2 * L);
            c1 = f0.fma(p0.selectFrom(w, v), c1);
            w = FloatVector.fromArray(SPECIES, b, at + 3 * L);
            c2 = f0.fma(p0.selectFrom(v, w), c2);
            v = FloatVector.fromArray(SPECIES, b, at + 4 * L);
            c3 = f0.fma(p0.selectFrom(w, v), c3);
            w = FloatVector.fromArray(SPECIES, b, at + 5 * L);
            c4 = f0.fma(p0.selectFrom(v, w), c4);
            v = FloatVector.fromArray(SPECIES, b, at + 6 * L);
            c5 = f0.fma(p0.selectFrom(w, v), c5);
            c6 = f0.fma(p0.selectFrom(v, v), c6);
            fence[1] = 0;
            FloatVector f1 = FloatVector.broadcast(SPECIES, a[aOffset + ROWS * i + 1]);
            w = FloatVector.fromArray(SPECIES, b, at + 7 * L);
            c0 = f1.fma(p1.selectFrom(v, w), c0);
            v = FloatVector.fromArray(SPECIES, b, at + 8 * L);
            c1 = f1.fma(p1.selectFrom(w, v), c1);
            w = FloatVector.fromArray(SPECIES, b, at + 9 * L);
            c2 = f1.fma(p1.selectFrom(v, w), c2);
            v = FloatVector.fromArray(SPECIES, b, at + 10 * L);
            c3 = f1.fma(p1.selectFrom(w, v), c3);
            w = FloatVector.fromArray(SPECIES, b, at + 11 * L);
            c4 = f1.fma(p1.selectFrom(v, w), c4);
            v = FloatVector.fromArray(SPECIES, b, at + 12 * L);
            c5 = f1.fma(p1.selectFrom(w, v), c5);
            c6 = f1.fma(p1.selectFrom(v, v), c6);
            fence[2] = 0;
            FloatVector f2 = FloatVector.broadcast(SPECIES, a[aOffset + ROWS * i + 2]);
            w = FloatVector.fromArray(SPECIES, b, at + 13 * L);
            c0 = f2.fma(p2.selectFrom(v, w), c0);
            v = FloatVector.fromArray(SPECIES, b, at + 14 * L);
            c1 = f2.fma(p2.selectFrom(w, v), c1);
            w = FloatVector.fromArray(SPECIES, b, at + 15 * L);
            c2 = f2.fma(p2.selectFrom(v, w), c2);
            v = FloatVector.fromArray(SPECIES, b, at + 16 * L);
            c3 = f2.fma(p2.selectFrom(w, v), c3);
            w = FloatVector.fromArray(SPECIES, b, at + 17 * L);
            c4 = f2.fma(p2.selectFrom(v, w), c4);
            v = FloatVector.fromArray(SPECIES, b, at + 18 * L);
            c5 = f2.fma(p2.selectFrom(w, v), c5);
            c6 = f2.fma(p2.selectFrom(v, v), c6);
            fence[3] = 0;
            FloatVector f3 = FloatVector.broadcast(SPECIES, a[aOffset + ROWS * i + 3]);
            w = FloatVector.fromArray(SPECIES, b, at + 19 * L);
            c0 = f3.fma(p3.selectFrom(v, w), c0);
            v = FloatVector.fromArray(SPECIES, b, at + 20 * L);
            c1 = f3.fma(p3.selectFrom(w, v), c1);
            w = FloatVector.fromArray(SPECIES, b, at + 21 * L);
            c2 = f3.fma(p3.selectFrom(v, w), c2);
            v = FloatVector.fromArray(SPECIES, b, at + 22 * L);
            c3 = f3.fma(p3.selectFrom(w, v), c3);
            w = FloatVector.fromArray(SPECIES, b, at + 23 * L);
            c4 = f3.fma(p3.selectFrom(v, w), c4);
            v = FloatVector.fromArray(SPECIES, b, at + 24 * L);
            c5 = f3.fma(p3.selectFrom(w, v), c5);
            w = FloatVector.fromArray(SPECIES, b, at + 25 * L);
            c6 = f3.fma(p3.selectFrom(v, w), c6);
            v = w;
        }
        c0.add(0f).intoArray(c, cOffset);
        c1.add(0f).intoArray(c, cOffset + L);
        c2.add(0f).intoArray(c, cOffset + 2 * L);
        c3.add(0f).intoArray(c, cOffset + 3 * L);
        c4.add(0f).intoArray(c, cOffset + 4 * L);
        c5.add(0f).intoArray(c, cOffset + 5 * L);
        c6.add(0f).intoArray(c, cOffset + 6 * L, END);
    }

    /// What is known of a matrix.
    private static final class Matrix {
        long calls;
        /// Where lines begin, or -1 if that is not known or of no use.
        int start = -1;
        final CollectionWatch unmoved = new CollectionWatch();
    }
}
