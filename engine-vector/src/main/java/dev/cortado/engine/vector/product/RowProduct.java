package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One row times a matrix, as fast as the matrix comes from memory.
///
/// A wide B is read once, front to back, four rows at a time; the sums lie in C, which stays in the nearest cache, and pass through a register for each four rows.
/// What is left of the columns belongs to a vector that ends with the last column: it is summed apart and written last. A narrower matrix has its sums in registers
/// instead, at most eight vectors of them, and four rows a round, too.
/// Each sum has k ascending, one fused step each; like every [Tile], it ends with adding 0.
final class RowProduct {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

    /// The only vector of a row that is shorter than one.
    private final float[] only = new float[SPECIES.length()];
    private final LinedRowProduct lined;

    RowProduct(LinedRowProduct lined) {
        this.lined = lined;
    }

    /// Adds a (1 × k) · B (k × n) to c (1 × n).
    void add(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
        if (n > 16 * SPECIES.length()) {
            addStreaming(a, aOffset, b, bOffset, c, cOffset, n, k);
        } else if (n >= 4 * SPECIES.length()) {
            if (!lined.add(a, aOffset, b, bOffset, c, cOffset, n, k)) {
                addByBlocks(a, aOffset, b, bOffset, c, cOffset, n, k);
            }
        } else if (n >= SPECIES.length()) {
            addNarrow(a, aOffset, b, bOffset, c, cOffset, n, k);
        } else {
            addShort(a, aOffset, b, bOffset, c, cOffset, n, k);
        }
    }

    /// Adds a (1 × k) · Bᵀ (B is n × k) to c (1 × n): dot products, eight at a time, without vectors, for a sum has its order.
    void addTransposed(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
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

    /// Less columns than a vector has lanes: it reads on into the next row, as long as there is one.
    private void addShort(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
        System.arraycopy(c, cOffset, only, 0, n);
        FloatVector sum = FloatVector.fromArray(SPECIES, only, 0);
        int p = 0;
        for (; p < k && bOffset + p * n + SPECIES.length() <= b.length; p++) {
            sum = FloatVector.broadcast(SPECIES, a[aOffset + p]).fma(FloatVector.fromArray(SPECIES, b, bOffset + p * n), sum);
        }
        sum.add(0f).intoArray(only, 0);
        for (; p < k; p++) {
            for (int j = 0; j < n; j++) {
                only[j] = Math.fma(a[aOffset + p], b[bOffset + p * n + j], only[j]);
            }
        }
        System.arraycopy(only, 0, c, cOffset, n);
    }

    /// One to four vectors, which overlap so that they are always four.
    private static void addNarrow(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
        int third = n - SPECIES.length(), first = Math.min(SPECIES.length(), third), second = Math.min(2 * SPECIES.length(), third);
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, cOffset);
        FloatVector c1 = FloatVector.fromArray(SPECIES, c, cOffset + first);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, cOffset + second);
        FloatVector c3 = FloatVector.fromArray(SPECIES, c, cOffset + third);
        for (int p = 0, at = bOffset; p < k; p++, at += n) {
            FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + p]);
            c0 = factor.fma(FloatVector.fromArray(SPECIES, b, at), c0);
            c1 = factor.fma(FloatVector.fromArray(SPECIES, b, at + first), c1);
            c2 = factor.fma(FloatVector.fromArray(SPECIES, b, at + second), c2);
            c3 = factor.fma(FloatVector.fromArray(SPECIES, b, at + third), c3);
        }
        c0.add(0f).intoArray(c, cOffset);
        c1.add(0f).intoArray(c, cOffset + first);
        c2.add(0f).intoArray(c, cOffset + second);
        c3.add(0f).intoArray(c, cOffset + third);
    }

    /// The seven vectors of columns that take no less, as the 100 of a row do with 16 lanes, or its halves with eight: the last ends with them, the others begin
    /// where the compiler needs no pointer.
    static void addSeven(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k, int columns) {
        int l = SPECIES.length(), last = columns - l;
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, cOffset), c1 = FloatVector.fromArray(SPECIES, c, cOffset + l);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * l), c3 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * l);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * l), c5 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * l);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, cOffset + last);
        int p = 0, at = bOffset;
        for (; p < k - 3; p += 4, at += 4 * n) {
            int second = at + n, third = second + n, fourth = third + n;
            FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + p]);
            c0 = factor.fma(FloatVector.fromArray(SPECIES, b, at), c0);
            c1 = factor.fma(FloatVector.fromArray(SPECIES, b, at + l), c1);
            c2 = factor.fma(FloatVector.fromArray(SPECIES, b, at + 2 * l), c2);
            c3 = factor.fma(FloatVector.fromArray(SPECIES, b, at + 3 * l), c3);
            c4 = factor.fma(FloatVector.fromArray(SPECIES, b, at + 4 * l), c4);
            c5 = factor.fma(FloatVector.fromArray(SPECIES, b, at + 5 * l), c5);
            c6 = factor.fma(FloatVector.fromArray(SPECIES, b, at + last), c6);
            FloatVector factor2 = FloatVector.broadcast(SPECIES, a[aOffset + p + 1]);
            c0 = factor2.fma(FloatVector.fromArray(SPECIES, b, second), c0);
            c1 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + l), c1);
            c2 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + 2 * l), c2);
            c3 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + 3 * l), c3);
            c4 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + 4 * l), c4);
            c5 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + 5 * l), c5);
            c6 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + last), c6);
            FloatVector factor3 = FloatVector.broadcast(SPECIES, a[aOffset + p + 2]);
            c0 = factor3.fma(FloatVector.fromArray(SPECIES, b, third), c0);
            c1 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + l), c1);
            c2 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + 2 * l), c2);
            c3 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + 3 * l), c3);
            c4 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + 4 * l), c4);
            c5 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + 5 * l), c5);
            c6 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + last), c6);
            FloatVector factor4 = FloatVector.broadcast(SPECIES, a[aOffset + p + 3]);
            c0 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth), c0);
            c1 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + l), c1);
            c2 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + 2 * l), c2);
            c3 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + 3 * l), c3);
            c4 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + 4 * l), c4);
            c5 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + 5 * l), c5);
            c6 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + last), c6);
        }
        for (; p < k; p++, at += n) {
            FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + p]);
            c0 = factor.fma(FloatVector.fromArray(SPECIES, b, at), c0);
            c1 = factor.fma(FloatVector.fromArray(SPECIES, b, at + l), c1);
            c2 = factor.fma(FloatVector.fromArray(SPECIES, b, at + 2 * l), c2);
            c3 = factor.fma(FloatVector.fromArray(SPECIES, b, at + 3 * l), c3);
            c4 = factor.fma(FloatVector.fromArray(SPECIES, b, at + 4 * l), c4);
            c5 = factor.fma(FloatVector.fromArray(SPECIES, b, at + 5 * l), c5);
            c6 = factor.fma(FloatVector.fromArray(SPECIES, b, at + last), c6);
        }
        c0.add(0f).intoArray(c, cOffset);
        c1.add(0f).intoArray(c, cOffset + l);
        c2.add(0f).intoArray(c, cOffset + 2 * l);
        c3.add(0f).intoArray(c, cOffset + 3 * l);
        c4.add(0f).intoArray(c, cOffset + 4 * l);
        c5.add(0f).intoArray(c, cOffset + 5 * l);
        c6.add(0f).intoArray(c, cOffset + last);
    }

    /// Up to eight vectors of columns at a time.
    private static void addByBlocks(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
        int blocks = Math.ceilDiv(n, 8 * SPECIES.length());
        for (int block = 0; block < blocks; block++) {
            int column = n * block / blocks;
            int columns = n * (block + 1) / blocks - column;
            if (columns > 6 * SPECIES.length() && columns <= 7 * SPECIES.length()) {
                addSeven(a, aOffset, b, bOffset + column, c, cOffset + column, n, k, columns);
            } else {
                addEight(a, aOffset, b, bOffset + column, c, cOffset + column, n, k, columns);
            }
        }
    }

    /// So many columns of the row, at least four vectors: eight that overlap.
    private static void addEight(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k, int columns) {
        int l = SPECIES.length(), last = columns - l;
        int o1 = l, o2 = 2 * l, o3 = 3 * l, o4 = Math.min(4 * l, last), o5 = Math.min(5 * l, last), o6 = Math.min(6 * l, last);
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, cOffset), c1 = FloatVector.fromArray(SPECIES, c, cOffset + o1);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, cOffset + o2), c3 = FloatVector.fromArray(SPECIES, c, cOffset + o3);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, cOffset + o4), c5 = FloatVector.fromArray(SPECIES, c, cOffset + o5);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, cOffset + o6), c7 = FloatVector.fromArray(SPECIES, c, cOffset + last);
        int p = 0, at = bOffset;
        for (; p < k - 3; p += 4, at += 4 * n) {
            int second = at + n, third = second + n, fourth = third + n;
            FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + p]);
            c0 = factor.fma(FloatVector.fromArray(SPECIES, b, at), c0);
            c1 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o1), c1);
            c2 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o2), c2);
            c3 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o3), c3);
            c4 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o4), c4);
            c5 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o5), c5);
            c6 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o6), c6);
            c7 = factor.fma(FloatVector.fromArray(SPECIES, b, at + last), c7);
            FloatVector factor2 = FloatVector.broadcast(SPECIES, a[aOffset + p + 1]);
            c0 = factor2.fma(FloatVector.fromArray(SPECIES, b, second), c0);
            c1 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + o1), c1);
            c2 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + o2), c2);
            c3 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + o3), c3);
            c4 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + o4), c4);
            c5 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + o5), c5);
            c6 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + o6), c6);
            c7 = factor2.fma(FloatVector.fromArray(SPECIES, b, second + last), c7);
            FloatVector factor3 = FloatVector.broadcast(SPECIES, a[aOffset + p + 2]);
            c0 = factor3.fma(FloatVector.fromArray(SPECIES, b, third), c0);
            c1 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + o1), c1);
            c2 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + o2), c2);
            c3 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + o3), c3);
            c4 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + o4), c4);
            c5 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + o5), c5);
            c6 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + o6), c6);
            c7 = factor3.fma(FloatVector.fromArray(SPECIES, b, third + last), c7);
            FloatVector factor4 = FloatVector.broadcast(SPECIES, a[aOffset + p + 3]);
            c0 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth), c0);
            c1 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + o1), c1);
            c2 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + o2), c2);
            c3 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + o3), c3);
            c4 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + o4), c4);
            c5 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + o5), c5);
            c6 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + o6), c6);
            c7 = factor4.fma(FloatVector.fromArray(SPECIES, b, fourth + last), c7);
        }
        for (; p < k; p++, at += n) {
            FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + p]);
            c0 = factor.fma(FloatVector.fromArray(SPECIES, b, at), c0);
            c1 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o1), c1);
            c2 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o2), c2);
            c3 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o3), c3);
            c4 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o4), c4);
            c5 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o5), c5);
            c6 = factor.fma(FloatVector.fromArray(SPECIES, b, at + o6), c6);
            c7 = factor.fma(FloatVector.fromArray(SPECIES, b, at + last), c7);
        }
        c0.add(0f).intoArray(c, cOffset);
        c1.add(0f).intoArray(c, cOffset + o1);
        c2.add(0f).intoArray(c, cOffset + o2);
        c3.add(0f).intoArray(c, cOffset + o3);
        c4.add(0f).intoArray(c, cOffset + o4);
        c5.add(0f).intoArray(c, cOffset + o5);
        c6.add(0f).intoArray(c, cOffset + o6);
        c7.add(0f).intoArray(c, cOffset + last);
    }

    private static void addStreaming(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
        int lanes = SPECIES.length();
        int last = n - lanes;
        FloatVector end = FloatVector.fromArray(SPECIES, c, cOffset + last);
        int p = 0;
        for (; p + 4 <= k; p += 4) {
            int b0 = bOffset + p * n, b1 = b0 + n, b2 = b1 + n, b3 = b2 + n;
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aOffset + p]);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[aOffset + p + 1]);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[aOffset + p + 2]);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[aOffset + p + 3]);
            end = a0.fma(FloatVector.fromArray(SPECIES, b, b0 + last), end);
            end = a1.fma(FloatVector.fromArray(SPECIES, b, b1 + last), end);
            end = a2.fma(FloatVector.fromArray(SPECIES, b, b2 + last), end);
            end = a3.fma(FloatVector.fromArray(SPECIES, b, b3 + last), end);
            for (int j = 0; j < last; j += lanes) {
                FloatVector sum = FloatVector.fromArray(SPECIES, c, cOffset + j);
                sum = a0.fma(FloatVector.fromArray(SPECIES, b, b0 + j), sum);
                sum = a1.fma(FloatVector.fromArray(SPECIES, b, b1 + j), sum);
                sum = a2.fma(FloatVector.fromArray(SPECIES, b, b2 + j), sum);
                a3.fma(FloatVector.fromArray(SPECIES, b, b3 + j), sum).add(0f).intoArray(c, cOffset + j);
            }
        }
        for (; p < k; p++) {
            FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + p]);
            end = factor.fma(FloatVector.fromArray(SPECIES, b, bOffset + p * n + last), end);
            for (int j = 0; j < last; j += lanes) {
                factor.fma(FloatVector.fromArray(SPECIES, b, bOffset + p * n + j), FloatVector.fromArray(SPECIES, c, cOffset + j)).add(0f).intoArray(c, cOffset + j);
            }
        }
        end.add(0f).intoArray(c, cOffset + last);
    }
}
