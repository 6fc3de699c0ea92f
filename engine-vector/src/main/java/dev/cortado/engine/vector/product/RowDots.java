package dev.cortado.engine.vector.product;

/// One row times the rows of a matrix: dot products, eight at a time, without vectors, for a sum has its order.
final class RowDots {
    private RowDots() {
    }

    /// Adds a (1 × k) · Bᵀ (B is n × k) to c (1 × n).
    static void addTransposed(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
        int j = 0;
        for (; j + 8 <= n; j += 8) {
            addDots(a, aOffset, b, bOffset + j * k, c, cOffset + j, k);
        }
        for (; j < n; j++) {
            float sum = c[cOffset + j];
            for (int p = 0; p < k; p++) {
                sum = Math.fma(a[aOffset + p], b[bOffset + j * k + p], sum);
            }
            c[cOffset + j] = sum;
        }
    }

    private static void addDots(float[] a, int aOffset, float[] b, int b0, float[] c, int cOffset, int k) {
        int b1 = b0 + k, b2 = b1 + k, b3 = b2 + k, b4 = b3 + k, b5 = b4 + k, b6 = b5 + k, b7 = b6 + k;
        float c0 = c[cOffset], c1 = c[cOffset + 1], c2 = c[cOffset + 2], c3 = c[cOffset + 3];
        float c4 = c[cOffset + 4], c5 = c[cOffset + 5], c6 = c[cOffset + 6], c7 = c[cOffset + 7];
        for (int p = 0; p < k; p++) {
            float factor = a[aOffset + p];
            c0 = Math.fma(factor, b[b0 + p], c0);
            c1 = Math.fma(factor, b[b1 + p], c1);
            c2 = Math.fma(factor, b[b2 + p], c2);
            c3 = Math.fma(factor, b[b3 + p], c3);
            c4 = Math.fma(factor, b[b4 + p], c4);
            c5 = Math.fma(factor, b[b5 + p], c5);
            c6 = Math.fma(factor, b[b6 + p], c6);
            c7 = Math.fma(factor, b[b7 + p], c7);
        }
        c[cOffset] = c0;
        c[cOffset + 1] = c1;
        c[cOffset + 2] = c2;
        c[cOffset + 3] = c3;
        c[cOffset + 4] = c4;
        c[cOffset + 5] = c5;
        c[cOffset + 6] = c6;
        c[cOffset + 7] = c7;
    }
}
