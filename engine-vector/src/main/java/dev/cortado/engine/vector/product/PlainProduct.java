package dev.cortado.engine.vector.product;

import java.util.Arrays;

/// Products without the Vector API, for as long as its loops are not worth compiling: a row of C is the sum of B's rows, each times an element of A, four at a time.
///
/// The compiler makes vectors of such a loop by itself, though not as good ones, and in a moment; but only if all arrays are read at the same index. So B's rows are
/// copied, each to an array of its own. Zeros of A are left out if B is finite, as a [SparseProduct] does, here one by one.
///
/// The bits are those of a [Tile]: each sum has k ascending, one fused step each, and ends with adding 0.
final class PlainProduct {
    /// A larger B is not copied.
    private static final int MOST_ELEMENTS = 1 << 20, MOST_STEPS = 1 << 14;
    private static final int TOGETHER = 4;
    private static final float[] NONE = {};

    /// A row of zeros, then the rows of B.
    private float[][] rows = {};
    private float[] sums = {};
    private int n;
    private int k;
    private boolean finite;

    // The elements of a row of A that count, and the rows that they meet.
    private int[] steps = {};
    private float[] factors = {};

    /// Whether it computes a product with n columns and k steps.
    static boolean serves(int n, int k) {
        return k <= MOST_STEPS && (long) n * k <= MOST_ELEMENTS;
    }

    /// Takes n columns of a B (k × n) whose rows are `stride` apart.
    void right(float[] b, int offset, int stride, int n, int k) {
        room(n, k);
        for (int p = 0; p < k; p++) {
            System.arraycopy(b, offset + p * stride, rows[p + 1], 0, n);
        }
        look();
    }

    /// Takes n columns of a B (k × n) that are `stride` apart, each contiguous along k.
    void rightTransposed(float[] b, int offset, int stride, int n, int k) {
        room(n, k);
        for (int p = 0; p < k; p++) {
            for (int j = 0; j < n; j++) {
                rows[p + 1][j] = b[offset + j * stride + p];
            }
        }
        look();
    }

    private void room(int n, int k) {
        this.n = n;
        this.k = k;
        if (rows.length <= k) {
            int known = rows.length;
            rows = Arrays.copyOf(rows, k + 1);
            Arrays.fill(rows, known, rows.length, NONE);
            steps = new int[k + TOGETHER];
            factors = new float[k + TOGETHER];
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

    private void look() {
        finite = true;
        for (int p = 0; p < k; p++) {
            finite &= largest(rows[p + 1], n) <= Float.MAX_VALUE;
        }
    }

    /// NaN if one of them is.
    private static float largest(float[] x, int n) {
        float largest = 0;
        for (int j = 0; j < n; j++) {
            largest = Math.max(largest, Math.abs(x[j]));
        }
        return largest;
    }

    /// Computes rows `first` to `end` (exclusive) of C = A·B, or adds them to C.
    ///
    /// @param aRow the distance of two rows of A; `aStep` of two steps of k
    void run(float[] a, int aOffset, int aRow, int aStep, float[] c, int cOffset, int cRow, int first, int end, boolean adds) {
        for (int i = first; i < end; i++) {
            int live = find(a, aOffset + i * aRow, aStep);
            int at = cOffset + i * cRow;
            System.arraycopy(adds ? c : rows[0], adds ? at : 0, sums, 0, n);
            for (int next = 0; next < live; next += TOGETHER) {
                addFour(sums, n, rows[steps[next]], rows[steps[next + 1]], rows[steps[next + 2]], rows[steps[next + 3]],
                        factors[next], factors[next + 1], factors[next + 2], factors[next + 3]);
            }
            addZero(sums, n);
            System.arraycopy(sums, 0, c, at, n);
        }
    }

    /// Lists the elements of a row of A that count, and behind them what adds nothing: zeros that meet the row of zeros.
    private int find(float[] a, int at, int step) {
        int live = 0;
        for (int p = 0; p < k; p++, at += step) {
            steps[live] = p + 1;
            factors[live] = a[at];
            // A sum instead of a branch, which could not be foreseen.
            live += a[at] != 0 || !finite ? 1 : 0;
        }
        Arrays.fill(steps, live, live + TOGETHER, 0);
        Arrays.fill(factors, live, live + TOGETHER, 0);
        return live;
    }

    private static void addFour(float[] sums, int n, float[] b0, float[] b1, float[] b2, float[] b3, float a0, float a1, float a2, float a3) {
        for (int j = 0; j < n; j++) {
            sums[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], sums[j]))));
        }
    }

    private static void addZero(float[] sums, int n) {
        for (int j = 0; j < n; j++) {
            sums[j] += 0f;
        }
    }
}
