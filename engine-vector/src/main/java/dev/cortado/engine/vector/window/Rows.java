package dev.cortado.engine.vector.window;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Copies short rows between layouts, by vectors that reach beyond a row's end: what comes next puts that right.
final class Rows {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    private Rows() {}

    /// Copies rows that lie one after the other to where they begin `step` apart. Between them are zeros, and stay; so a vector of zeros follows each row, of which as
    /// much must lie in the array after the last.
    static void spread(float[] from, int start, float[] to, int at, int step, int rows, int length) {
        if (step == length) {
            System.arraycopy(from, start, to, at, rows * length);
            return;
        }
        int reach = Math.ceilDiv(length, LANES) * LANES;
        for (int row = 0; row < rows; row++, start += length, at += step) {
            if (start + reach <= from.length) {
                copy(from, start, to, at, length);
                FloatVector.zero(SPECIES).intoArray(to, at + length);
            } else {
                System.arraycopy(from, start, to, at, length);
            }
        }
    }

    /// Copies rows that begin `step` apart to where they lie one after the other. Nothing is written beyond the last.
    static void gather(float[] from, int start, int step, float[] to, int at, int rows, int length) {
        int reach = Math.ceilDiv(length, LANES) * LANES;
        int end = at + rows * length;
        for (int row = 0; row < rows; row++, start += step, at += length) {
            if (at + reach <= end && start + reach <= from.length) {
                copy(from, start, to, at, length);
            } else {
                System.arraycopy(from, start, to, at, length);
            }
        }
    }

    /// Copies vectors that lie one after the other to where they begin `step` apart.
    static void scatter(float[] from, int start, float[] to, int at, int step, int vectors) {
        for (int v = 0; v < vectors; v++) {
            FloatVector.fromArray(SPECIES, from, start + v * LANES).intoArray(to, at + v * step);
        }
    }

    private static void copy(float[] from, int start, float[] to, int at, int length) {
        for (int x = 0; x < length; x += LANES) {
            FloatVector.fromArray(SPECIES, from, start + x).intoArray(to, at + x);
        }
    }
}
