package dev.cortado.engine.vector.window;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Four filters over three vectors of an image, or over two: a [FilterTile] for 16 registers.
final class FourFilters {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    private FourFilters() {}

    static void three(float[] weights, float[] image, int p0, int p1, int p2, int[] offsets, int[] seen, float[] output, int at, int channel) {
        FloatVector s00 = FloatVector.zero(SPECIES), s01 = FloatVector.zero(SPECIES), s02 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES), s11 = FloatVector.zero(SPECIES), s12 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES), s21 = FloatVector.zero(SPECIES), s22 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES), s31 = FloatVector.zero(SPECIES), s32 = FloatVector.zero(SPECIES);
        for (int i : seen) {
            int offset = offsets[i];
            int w = 4 * i;
            FloatVector x0 = FloatVector.fromArray(SPECIES, image, p0 + offset);
            FloatVector x1 = FloatVector.fromArray(SPECIES, image, p1 + offset);
            FloatVector x2 = FloatVector.fromArray(SPECIES, image, p2 + offset);
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[w]);
            s00 = weight.fma(x0, s00);
            s01 = weight.fma(x1, s01);
            s02 = weight.fma(x2, s02);
            weight = FloatVector.broadcast(SPECIES, weights[w + 1]);
            s10 = weight.fma(x0, s10);
            s11 = weight.fma(x1, s11);
            s12 = weight.fma(x2, s12);
            weight = FloatVector.broadcast(SPECIES, weights[w + 2]);
            s20 = weight.fma(x0, s20);
            s21 = weight.fma(x1, s21);
            s22 = weight.fma(x2, s22);
            weight = FloatVector.broadcast(SPECIES, weights[w + 3]);
            s30 = weight.fma(x0, s30);
            s31 = weight.fma(x1, s31);
            s32 = weight.fma(x2, s32);
        }
        s00.intoArray(output, at);
        s01.intoArray(output, at + LANES);
        s02.intoArray(output, at + 2 * LANES);
        at += channel;
        s10.intoArray(output, at);
        s11.intoArray(output, at + LANES);
        s12.intoArray(output, at + 2 * LANES);
        at += channel;
        s20.intoArray(output, at);
        s21.intoArray(output, at + LANES);
        s22.intoArray(output, at + 2 * LANES);
        at += channel;
        s30.intoArray(output, at);
        s31.intoArray(output, at + LANES);
        s32.intoArray(output, at + 2 * LANES);
    }

    static void two(float[] weights, float[] image, int p0, int p1, int[] offsets, int[] seen, float[] output, int at, int channel) {
        FloatVector s00 = FloatVector.zero(SPECIES), s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES), s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES), s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES), s31 = FloatVector.zero(SPECIES);
        for (int i : seen) {
            int offset = offsets[i];
            int w = 4 * i;
            FloatVector x0 = FloatVector.fromArray(SPECIES, image, p0 + offset);
            FloatVector x1 = FloatVector.fromArray(SPECIES, image, p1 + offset);
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[w]);
            s00 = weight.fma(x0, s00);
            s01 = weight.fma(x1, s01);
            weight = FloatVector.broadcast(SPECIES, weights[w + 1]);
            s10 = weight.fma(x0, s10);
            s11 = weight.fma(x1, s11);
            weight = FloatVector.broadcast(SPECIES, weights[w + 2]);
            s20 = weight.fma(x0, s20);
            s21 = weight.fma(x1, s21);
            weight = FloatVector.broadcast(SPECIES, weights[w + 3]);
            s30 = weight.fma(x0, s30);
            s31 = weight.fma(x1, s31);
        }
        s00.intoArray(output, at);
        s01.intoArray(output, at + LANES);
        at += channel;
        s10.intoArray(output, at);
        s11.intoArray(output, at + LANES);
        at += channel;
        s20.intoArray(output, at);
        s21.intoArray(output, at + LANES);
        at += channel;
        s30.intoArray(output, at);
        s31.intoArray(output, at + LANES);
    }
}
