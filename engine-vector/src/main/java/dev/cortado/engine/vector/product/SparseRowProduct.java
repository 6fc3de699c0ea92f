package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One row that has many zeros times a matrix that is finite: the rows of B that would meet zeros are not read, and that is what a single sample waits for.
///
/// The loop is that of a [RowProduct] with sums in registers. It is one of its own because a list of all steps would cost that a fifth: each load has its range check here.
final class SparseRowProduct {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

    private int[] live = {};

    /// Adds a (1 × k) · B (k × n) to c (1 × n), with the bits of a [RowProduct]; or does nothing and returns false, if there are too few zeros or columns for that to pay.
    boolean add(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
        if (n < 4 * SPECIES.length()) {
            return false;
        }
        int count = findLive(a, aOffset, k);
        if (count > k - k / 4) {
            return false;
        }
        addByBlocks(a, aOffset, b, bOffset, c, cOffset, n, live, count);
        return true;
    }

    /// Finds where a is not zero, and returns at how many places.
    private int findLive(float[] a, int aOffset, int k) {
        if (live.length < k + LiveSteps.SPARE) {
            live = new int[k + LiveSteps.SPARE];
        }
        int quick = k / SPECIES.length() * SPECIES.length();
        int count = LiveSteps.addVectors(a, aOffset, 0, quick, live, 0);
        return LiveSteps.addPlainly(a, aOffset, 0, quick, k, 1, live, count);
    }

    /// The seven vectors of columns that take no less.
    private static void addSeven(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int[] taken, int count, int columns) {
        int l = SPECIES.length(), last = columns - l;
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, cOffset), c1 = FloatVector.fromArray(SPECIES, c, cOffset + l);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * l), c3 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * l);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * l), c5 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * l);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, cOffset + last);
        for (int p = 0; p < count; p++) {
            int step = taken[p];
            int at = bOffset + step * n;
            FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + step]);
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

    private static void addByBlocks(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int[] taken, int count) {
        int blocks = Math.ceilDiv(n, 8 * SPECIES.length());
        for (int block = 0; block < blocks; block++) {
            int column = n * block / blocks;
            int columns = n * (block + 1) / blocks - column;
            if (columns > 6 * SPECIES.length() && columns <= 7 * SPECIES.length()) {
                addSeven(a, aOffset, b, bOffset + column, c, cOffset + column, n, taken, count, columns);
            } else {
                addEight(a, aOffset, b, bOffset + column, c, cOffset + column, n, taken, count, columns);
            }
        }
    }

    /// So many columns of the row, at least four vectors: eight that overlap.
    private static void addEight(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int[] taken, int count, int columns) {
        int l = SPECIES.length(), last = columns - l;
        int o1 = l, o2 = 2 * l, o3 = 3 * l, o4 = Math.min(4 * l, last), o5 = Math.min(5 * l, last), o6 = Math.min(6 * l, last);
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, cOffset), c1 = FloatVector.fromArray(SPECIES, c, cOffset + o1);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, cOffset + o2), c3 = FloatVector.fromArray(SPECIES, c, cOffset + o3);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, cOffset + o4), c5 = FloatVector.fromArray(SPECIES, c, cOffset + o5);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, cOffset + o6), c7 = FloatVector.fromArray(SPECIES, c, cOffset + last);
        for (int p = 0; p < count; p++) {
            int step = taken[p];
            int at = bOffset + step * n;
            FloatVector factor = FloatVector.broadcast(SPECIES, a[aOffset + step]);
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
