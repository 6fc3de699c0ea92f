package dev.cortado.engine.vector.window;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The gradients of the weights of eight filters for three inputs of the window: a [WeightTile] for 32 registers.
final class EightWeights {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    private EightWeights() {}

    static void add(float[] image, int x0, int x1, int x2, float[] outputs, int start, int step, int[] xs, int vectors, float[] sums, int at) {
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
        FloatVector s40 = FloatVector.fromArray(SPECIES, sums, at + 12 * LANES);
        FloatVector s41 = FloatVector.fromArray(SPECIES, sums, at + 13 * LANES);
        FloatVector s42 = FloatVector.fromArray(SPECIES, sums, at + 14 * LANES);
        FloatVector s50 = FloatVector.fromArray(SPECIES, sums, at + 15 * LANES);
        FloatVector s51 = FloatVector.fromArray(SPECIES, sums, at + 16 * LANES);
        FloatVector s52 = FloatVector.fromArray(SPECIES, sums, at + 17 * LANES);
        FloatVector s60 = FloatVector.fromArray(SPECIES, sums, at + 18 * LANES);
        FloatVector s61 = FloatVector.fromArray(SPECIES, sums, at + 19 * LANES);
        FloatVector s62 = FloatVector.fromArray(SPECIES, sums, at + 20 * LANES);
        FloatVector s70 = FloatVector.fromArray(SPECIES, sums, at + 21 * LANES);
        FloatVector s71 = FloatVector.fromArray(SPECIES, sums, at + 22 * LANES);
        FloatVector s72 = FloatVector.fromArray(SPECIES, sums, at + 23 * LANES);
        for (int v = 0, y = start; v < vectors; v++, y += step) {
            int x = xs[v];
            FloatVector p0 = FloatVector.fromArray(SPECIES, image, x0 + x);
            FloatVector p1 = FloatVector.fromArray(SPECIES, image, x1 + x);
            FloatVector p2 = FloatVector.fromArray(SPECIES, image, x2 + x);
            FloatVector gradient = FloatVector.fromArray(SPECIES, outputs, y);
            s00 = gradient.fma(p0, s00);
            s01 = gradient.fma(p1, s01);
            s02 = gradient.fma(p2, s02);
            gradient = FloatVector.fromArray(SPECIES, outputs, y + LANES);
            s10 = gradient.fma(p0, s10);
            s11 = gradient.fma(p1, s11);
            s12 = gradient.fma(p2, s12);
            gradient = FloatVector.fromArray(SPECIES, outputs, y + 2 * LANES);
            s20 = gradient.fma(p0, s20);
            s21 = gradient.fma(p1, s21);
            s22 = gradient.fma(p2, s22);
            gradient = FloatVector.fromArray(SPECIES, outputs, y + 3 * LANES);
            s30 = gradient.fma(p0, s30);
            s31 = gradient.fma(p1, s31);
            s32 = gradient.fma(p2, s32);
            gradient = FloatVector.fromArray(SPECIES, outputs, y + 4 * LANES);
            s40 = gradient.fma(p0, s40);
            s41 = gradient.fma(p1, s41);
            s42 = gradient.fma(p2, s42);
            gradient = FloatVector.fromArray(SPECIES, outputs, y + 5 * LANES);
            s50 = gradient.fma(p0, s50);
            s51 = gradient.fma(p1, s51);
            s52 = gradient.fma(p2, s52);
            gradient = FloatVector.fromArray(SPECIES, outputs, y + 6 * LANES);
            s60 = gradient.fma(p0, s60);
            s61 = gradient.fma(p1, s61);
            s62 = gradient.fma(p2, s62);
            gradient = FloatVector.fromArray(SPECIES, outputs, y + 7 * LANES);
            s70 = gradient.fma(p0, s70);
            s71 = gradient.fma(p1, s71);
            s72 = gradient.fma(p2, s72);
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
        s40.intoArray(sums, at + 12 * LANES);
        s41.intoArray(sums, at + 13 * LANES);
        s42.intoArray(sums, at + 14 * LANES);
        s50.intoArray(sums, at + 15 * LANES);
        s51.intoArray(sums, at + 16 * LANES);
        s52.intoArray(sums, at + 17 * LANES);
        s60.intoArray(sums, at + 18 * LANES);
        s61.intoArray(sums, at + 19 * LANES);
        s62.intoArray(sums, at + 20 * LANES);
        s70.intoArray(sums, at + 21 * LANES);
        s71.intoArray(sums, at + 22 * LANES);
        s72.intoArray(sums, at + 23 * LANES);
    }
}
