package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One row times a matrix, with the sums in registers: up to eight vectors of columns at a time, and four rows of B a round.
final class RowBlocks {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

    private RowBlocks() {
    }

    /// Adds a (1 × k) · B (k × n) to c (1 × n), for an n of four vectors and more.
    static void add(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
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
}
