package dev.cortado.engine.vector.product;

/// Products too small to be worth a vector, as three plain loops.
///
/// A small training runs only a few thousand of them in its life, most before any compiler has looked: so no Vector API, and no `Math.fma`, which an interpreter
/// without the instruction computes in `BigDecimal`.
final class TinyProduct {
    private static final long MOST_STEPS = 600;

    private TinyProduct() {}

    static boolean fits(int m, int n, int k) {
        return (long) m * n * k <= MOST_STEPS;
    }

    /// Adds A·B to rows `first` to `end` of C; element (i, p) of A is `aRow` · i + `aStep` · p floats from its offset, B alike.
    static void add(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, int bStep, int bColumn,
                    float[] c, int cOffset, int cRow, int n, int k, int first, int end) {
        for (int i = first; i < end; i++) {
            for (int j = 0; j < n; j++) {
                int at = cOffset + i * cRow + j;
                float sum = c[at];
                for (int p = 0; p < k; p++) {
                    sum += a[aOffset + i * aRow + p * aStep] * b[bOffset + p * bStep + j * bColumn];
                }
                c[at] = sum;
            }
        }
    }
}
