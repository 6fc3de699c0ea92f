package dev.cortado.engine.vector.window;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The gradients of the weights of four filters for three inputs of the window: a [WeightTile] for 16 registers.
final class FourWeights {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    private FourWeights() {}

    static void add(float[] image, int x0, int x1, int x2, float[] outputs, int y0, int apart, int step, int[] xs, int vectors, float[] sums, int at) {
        int y1 = y0 + apart;
        int y2 = y1 + apart;
        int y3 = y2 + apart;
        FloatVector s00 = FloatVector.fromArray(SPECIES, sums, at);
        FloatVector s01 = FloatVector.fromArray(SPECIES, sums, at + LANES);
        FloatVector s02 = FloatVector.fromArray(SPECIES, sums, at + 2 * LANES);
        FloatVector s10 = FloatVector.fromArray(SPECIES, sums, at + 3 * LANES);
        FloatVector s11 = FloatVector.fromArray(SPECIES, sums, at + 4 * LANES);
        FloatVector s12 = FloatVector.fromArray(SPECIES, sums, at + 5 * LANES);
        FloatVector s20 = FloatVector.fromArray(SPECIES, sums, at + 6 * LANES);
        FloatVector s21 = FloatVector.fromArray(SPECIES, sums, at + 7 * LANES);
        FloatVector s22 = FloatVector.fromArray(SPECIES, sums, at + 8 * LANES);
        FloatVector s30 = FloatVector.fromArray(SPECIES, sums, at + 9 * LANES);
        FloatVector s31 = FloatVector.fromArray(SPECIES, sums, at + 10 * LANES);
        FloatVector s32 = FloatVector.fromArray(SPECIES, sums, at + 11 * LANES);
        for (int v = 0, y = 0; v < vectors; v++, y += step) {
            int x = xs[v];
            FloatVector p0 = FloatVector.fromArray(SPECIES, image, x0 + x);
            FloatVector p1 = FloatVector.fromArray(SPECIES, image, x1 + x);
            FloatVector p2 = FloatVector.fromArray(SPECIES, image, x2 + x);
            FloatVector gradient = FloatVector.fromArray(SPECIES, outputs, y0 + y);
            s00 = gradient.fma(p0, s00);
            s01 = gradient.fma(p1, s01);
            s02 = gradient.fma(p2, s02);
            gradient = FloatVector.fromArray(SPECIES, outputs, y1 + y);
            s10 = gradient.fma(p0, s10);
            s11 = gradient.fma(p1, s11);
            s12 = gradient.fma(p2, s12);
            gradient = FloatVector.fromArray(SPECIES, outputs, y2 + y);
            s20 = gradient.fma(p0, s20);
            s21 = gradient.fma(p1, s21);
            s22 = gradient.fma(p2, s22);
            gradient = FloatVector.fromArray(SPECIES, outputs, y3 + y);
            s30 = gradient.fma(p0, s30);
            s31 = gradient.fma(p1, s31);
            s32 = gradient.fma(p2, s32);
        }
        s00.intoArray(sums, at);
        s01.intoArray(sums, at + LANES);
        s02.intoArray(sums, at + 2 * LANES);
        s10.intoArray(sums, at + 3 * LANES);
        s11.intoArray(sums, at + 4 * LANES);
        s12.intoArray(sums, at + 5 * LANES);
        s20.intoArray(sums, at + 6 * LANES);
        s21.intoArray(sums, at + 7 * LANES);
        s22.intoArray(sums, at + 8 * LANES);
        s30.intoArray(sums, at + 9 * LANES);
        s31.intoArray(sums, at + 10 * LANES);
        s32.intoArray(sums, at + 11 * LANES);
    }
}
