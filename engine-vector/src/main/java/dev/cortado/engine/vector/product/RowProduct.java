package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One row times a matrix, as fast as the matrix comes from memory.
///
/// A wide B is read once, front to back, four rows at a time; the sums lie in C, which stays in the nearest cache, and pass through a register for each four rows.
/// What is left of the columns belongs to a vector that ends with the last column: it is summed apart and written last. A narrower matrix has its sums in registers
/// instead ([RowBlocks]).
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
                RowBlocks.add(a, aOffset, b, bOffset, c, cOffset, n, k);
            }
        } else if (n >= SPECIES.length()) {
            addNarrow(a, aOffset, b, bOffset, c, cOffset, n, k);
        } else {
            addShort(a, aOffset, b, bOffset, c, cOffset, n, k);
        }
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
