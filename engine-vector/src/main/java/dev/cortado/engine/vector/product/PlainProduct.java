package dev.cortado.engine.vector.product;

import java.util.Arrays;

/// Products without the Vector API, for as long as its loops are not worth compiling: a row of C is the sum of B's rows, each times an element of A, four at a time.
///
/// The compiler makes vectors of such a loop by itself, though not as good ones, and in a moment; but only if all arrays are read at the same index. So B's rows are
/// copied, each to an array of its own. Zeros of A are left out if B is finite, as a [SparseProduct] does, here one by one.
///
/// Each loop has a method: so it is compiled soon and once, not again with all that is around it.
///
/// The bits are those of a [Tile]: each sum has k ascending, one fused step each, and ends with adding 0.
final class PlainProduct {
    /// A larger B is not copied.
    private static final int MOST_ELEMENTS = 1 << 20, MOST_STEPS = 1 << 14;
    private static final int TOGETHER = 4;
    /// Rows of C at a call: with more the compiler would take the loop over them before the method, and then the method as well.
    private static final int ROWS = 32;
    /// What it costs to multiply, to look at an element of A, and to copy one of B, in tenths of a nanosecond, as the weights of operations say it.
    private static final int MULTIPLY = 2, LOOK = 8, COPY = 4;
    private static final float[] NONE = {};

    /// A row of zeros, then the rows of B.
    private float[][] rows = {};
    private float[] sums = {};
    private int n;
    private int k;
    private boolean finite;

    /// The elements of a row of A that count: in the upper half the row that one meets, in the lower its bits.
    private long[] entries = {};

    /// Whether it computes a product with n columns and k steps.
    static boolean serves(int n, int k) {
        return k <= MOST_STEPS && (long) n * k <= MOST_ELEMENTS;
    }

    /// Takes n columns of a B (k × n) whose rows are `stride` apart.
    void right(float[] b, int offset, int stride, int n, int k) {
        room(n, k);
        copy(b, offset, stride);
        finite = isFinite();
    }

    private void copy(float[] b, int offset, int stride) {
        for (int p = 0; p < k; p++) {
            System.arraycopy(b, offset + p * stride, rows[p + 1], 0, n);
        }
    }

    /// Takes n columns of a B (k × n) that are `stride` apart, each contiguous along k.
    void rightTransposed(float[] b, int offset, int stride, int n, int k) {
        room(n, k);
        turn(b, offset, stride);
        finite = isFinite();
    }

    private void turn(float[] b, int offset, int stride) {
        for (int p = 0; p < k; p++) {
            float[] row = rows[p + 1];
            for (int j = 0; j < n; j++) {
                row[j] = b[offset + j * stride + p];
            }
        }
    }

    /// Whether B is finite: 0 times an element is NaN unless it is, and NaN stays in a sum.
    private boolean isFinite() {
        System.arraycopy(rows[0], 0, sums, 0, n);
        for (int p = 1; p <= k; p += TOGETHER) {
            addFour(sums, n, rows[p], rows[Math.min(p + 1, k)], rows[Math.min(p + 2, k)], rows[Math.min(p + 3, k)], 0, 0, 0, 0);
        }
        for (int j = 0; j < n; j++) {
            if (sums[j] != 0) {
                return false;
            }
        }
        return true;
    }

    private void room(int n, int k) {
        this.n = n;
        this.k = k;
        if (rows.length <= k) {
            int known = rows.length;
            rows = Arrays.copyOf(rows, k + 1);
            Arrays.fill(rows, known, rows.length, NONE);
            entries = new long[k + TOGETHER];
        }
        for (int row = 0; row <= k; row++) {
            if (rows[row].length < n) {
                rows[row] = new float[n];
            }
        }
        if (sums.length < n) {
            sums = new float[n];
        }
    }

    /// Computes rows `first` to `end` (exclusive) of C = A·B, or adds them to C.
    ///
    /// @param aRow the distance of two rows of A; `aStep` of two steps of k
    /// @return what it has cost, with what [#right] or [#rightTransposed] has, in tenths of a nanosecond: see [Patience]
    long run(float[] a, int aOffset, int aRow, int aStep, float[] c, int cOffset, int cRow, int first, int end, boolean adds) {
        long live = 0;
        for (int row = first; row < end; row += ROWS) {
            live += rows(a, aOffset, aRow, aStep, c, cOffset, cRow, row, Math.min(end, row + ROWS), adds);
        }
        return MULTIPLY * live * n + (long) LOOK * (end - first) * k + (long) COPY * n * k;
    }

    private int rows(float[] a, int aOffset, int aRow, int aStep, float[] c, int cOffset, int cRow, int first, int end, boolean adds) {
        int all = 0;
        for (int i = first; i < end; i++) {
            int live = find(a, aOffset + i * aRow, aStep);
            row(live, c, cOffset + i * cRow, adds);
            all += live;
        }
        return all;
    }

    /// A row of C, which begins at `at`, from what has been found in A.
    private void row(int live, float[] c, int at, boolean adds) {
        System.arraycopy(adds ? c : rows[0], adds ? at : 0, sums, 0, n);
        // Even if nothing is added to C, a -0 in it becomes 0.
        for (int next = 0; next < live || (adds && next == 0); next += TOGETHER) {
            long e0 = entries[next], e1 = entries[next + 1], e2 = entries[next + 2], e3 = entries[next + 3];
            addFour(sums, n, rows[(int) (e0 >>> 32)], rows[(int) (e1 >>> 32)], rows[(int) (e2 >>> 32)], rows[(int) (e3 >>> 32)],
                    Float.intBitsToFloat((int) e0), Float.intBitsToFloat((int) e1), Float.intBitsToFloat((int) e2), Float.intBitsToFloat((int) e3));
        }
        System.arraycopy(sums, 0, c, at, n);
    }

    /// Lists the elements of a row of A that count, and behind them what adds nothing: zeros that meet the row of zeros.
    private int find(float[] a, int at, int step) {
        int live = 0;
        int always = finite ? 0 : 1;
        for (int p = 1; p <= k; p++, at += step) {
            int bits = Float.floatToRawIntBits(a[at]);
            entries[live] = (long) p << 32 | Integer.toUnsignedLong(bits);
            // A sum instead of a branch, which could not be foreseen: a number or its negative has its first bit set, unless it is zero.
            int counts = bits << 1 | always;
            live += (counts | -counts) >>> 31;
        }
        for (int i = 0; i < TOGETHER; i++) {
            entries[live + i] = 0;
        }
        return live;
    }

    private static void addFour(float[] sums, int n, float[] b0, float[] b1, float[] b2, float[] b3, float a0, float a1, float a2, float a3) {
        for (int j = 0; j < n; j++) {
            sums[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], sums[j])))) + 0f;
        }
    }
}
