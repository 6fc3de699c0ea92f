package dev.cortado.engine.vector.product;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One row times a matrix, as fast as the matrix comes from memory.
///
/// B is read once, front to back, four rows at a time; the sums lie in C, which stays in the nearest cache, and pass through a register for each four rows. What is
/// left of the columns belongs to a vector that ends with the last column: it is summed apart and written last. Each sum still has k ascending, one fused step each.
final class RowProduct {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private RowProduct() {}

    /// Whether a row of `n` columns is long enough; shorter ones stay in registers, as tiles.
    static boolean fits(int m, int n) {
        return m == 1 && n >= 4 * SPECIES.length();
    }

    /// Adds a (1 × k) · B (k × n) to c (1 × n).
    static void add(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
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
                a3.fma(FloatVector.fromArray(SPECIES, b, b3 + j), sum).intoArray(c, cOffset + j);
            }
        }
        for (; p < k; p++) {
            FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + p]);
            end = factor.fma(FloatVector.fromArray(SPECIES, b, bOffset + p * n + last), end);
            for (int j = 0; j < last; j += lanes) {
                factor.fma(FloatVector.fromArray(SPECIES, b, bOffset + p * n + j), FloatVector.fromArray(SPECIES, c, cOffset + j)).intoArray(c, cOffset + j);
            }
        }
        end.intoArray(c, cOffset + last);
    }
}
