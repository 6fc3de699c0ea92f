package dev.cortado.engine.vector.product;

/// What a [Tile] computes, without vectors: the same fused steps in the same order, so the same bits.
///
/// Eight sums at a time are as many as a plain loop keeps in registers; it reaches a tenth of the vectors' speed, and that a few milliseconds after the start.
final class PlainTile {
    private static final float[] ZEROS = new float[4];

    private PlainTile() {}

    /// As [Tile#multiply] and [SparseTile#multiply], for `rows` rows and strips of `width` columns, a multiple of 4.
    static void multiply(int rows, int width, float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, int bStep,
                         float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int[] steps, int first, int end, int strips, int bStrip) {
        for (int strip = 0; strip < strips; strip++) {
            for (int i = 0; i < rows; i += 2) {
                // An odd last row is computed twice.
                int down = i + 1 < rows ? 1 : 0;
                for (int j = 0; j < width; j += 4) {
                    int from = startOffset + i * startRow + strip * width + j;
                    int to = cOffset + i * cRow + strip * width + j;
                    block(a, aOffset + i * aRow, down * aRow, aStep, b, bOffset + strip * bStrip + j, bStep,
                            start, from, down * startRow, c, to, down * cRow, steps, first, end);
                }
            }
        }
    }

    /// As [StripTile#multiply], for all of so many steps. (Sums that start from zero may be computed twice.)
    static void multiply(int rows, int columns, float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int[] steps, int k) {
        for (int i = 0; i < rows; i += 2) {
            int down = i + 1 < rows ? 1 : 0;
            int at = aOffset + i * aRow, to = cOffset + i * cRow;
            if (columns < 4) {
                fewColumns(columns, a, at, down * aRow, b, bOffset, bStep, c, to, down * cRow, k);
                continue;
            }
            for (int j = 0; j < columns; j += 4) {
                int column = Math.min(j, columns - 4);
                block(a, at, down * aRow, 1, b, bOffset + column, bStep, ZEROS, 0, 0, c, to + column, down * cRow, steps, 0, k);
            }
        }
    }

    private static void fewColumns(int columns, float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int to, int cRow, int k) {
        for (int j = 0; j < columns; j++) {
            float sum = 0, next = 0;
            for (int p = 0; p < k; p++) {
                float right = b[bOffset + p * bStep + j];
                sum = Math.fma(a[aOffset + p], right, sum);
                next = Math.fma(a[aOffset + aRow + p], right, next);
            }
            c[to + j] = sum + 0f;
            c[to + cRow + j] = next + 0f;
        }
    }

    private static void block(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, int bStep,
                              float[] start, int from, int startRow, float[] c, int to, int cRow, int[] steps, int first, int end) {
        float c00 = start[from], c01 = start[from + 1], c02 = start[from + 2], c03 = start[from + 3];
        from += startRow;
        float c10 = start[from], c11 = start[from + 1], c12 = start[from + 2], c13 = start[from + 3];
        for (int p = first; p < end; p++) {
            int at = aOffset + steps[p] * aStep, bAt = bOffset + steps[p] * bStep;
            float left0 = a[at], left1 = a[at + aRow];
            float right0 = b[bAt], right1 = b[bAt + 1], right2 = b[bAt + 2], right3 = b[bAt + 3];
            c00 = Math.fma(left0, right0, c00);
            c01 = Math.fma(left0, right1, c01);
            c02 = Math.fma(left0, right2, c02);
            c03 = Math.fma(left0, right3, c03);
            c10 = Math.fma(left1, right0, c10);
            c11 = Math.fma(left1, right1, c11);
            c12 = Math.fma(left1, right2, c12);
            c13 = Math.fma(left1, right3, c13);
        }
        c[to] = c00 + 0f;
        c[to + 1] = c01 + 0f;
        c[to + 2] = c02 + 0f;
        c[to + 3] = c03 + 0f;
        to += cRow;
        c[to] = c10 + 0f;
        c[to + 1] = c11 + 0f;
        c[to + 2] = c12 + 0f;
        c[to + 3] = c13 + 0f;
    }
}
