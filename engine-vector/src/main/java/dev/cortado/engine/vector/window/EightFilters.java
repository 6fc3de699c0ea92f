package dev.cortado.engine.vector.window;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Eight filters over three vectors of an image, or over two: a [FilterTile] for 32 registers.
final class EightFilters {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LANES = SPECIES.length();

    private EightFilters() {}

    static void three(float[] weights, float[] image, int p0, int p1, int p2, int[] offsets, int[] seen, float[] output, int at, int channel) {
        FloatVector s00 = FloatVector.zero(SPECIES), s01 = FloatVector.zero(SPECIES), s02 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES), s11 = FloatVector.zero(SPECIES), s12 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES), s21 = FloatVector.zero(SPECIES), s22 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES), s31 = FloatVector.zero(SPECIES), s32 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES), s41 = FloatVector.zero(SPECIES), s42 = FloatVector.zero(SPECIES);
        FloatVector s50 = FloatVector.zero(SPECIES), s51 = FloatVector.zero(SPECIES), s52 = FloatVector.zero(SPECIES);
        FloatVector s60 = FloatVector.zero(SPECIES), s61 = FloatVector.zero(SPECIES), s62 = FloatVector.zero(SPECIES);
        FloatVector s70 = FloatVector.zero(SPECIES), s71 = FloatVector.zero(SPECIES), s72 = FloatVector.zero(SPECIES);
        for (int i : seen) {
            int offset = offsets[i];
            int w = 8 * i;
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
            weight = FloatVector.broadcast(SPECIES, weights[w + 4]);
            s40 = weight.fma(x0, s40);
            s41 = weight.fma(x1, s41);
            s42 = weight.fma(x2, s42);
            weight = FloatVector.broadcast(SPECIES, weights[w + 5]);
            s50 = weight.fma(x0, s50);
            s51 = weight.fma(x1, s51);
            s52 = weight.fma(x2, s52);
            weight = FloatVector.broadcast(SPECIES, weights[w + 6]);
            s60 = weight.fma(x0, s60);
            s61 = weight.fma(x1, s61);
            s62 = weight.fma(x2, s62);
            weight = FloatVector.broadcast(SPECIES, weights[w + 7]);
            s70 = weight.fma(x0, s70);
            s71 = weight.fma(x1, s71);
            s72 = weight.fma(x2, s72);
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
        at += channel;
        s40.intoArray(output, at);
        s41.intoArray(output, at + LANES);
        s42.intoArray(output, at + 2 * LANES);
        at += channel;
        s50.intoArray(output, at);
        s51.intoArray(output, at + LANES);
        s52.intoArray(output, at + 2 * LANES);
        at += channel;
        s60.intoArray(output, at);
        s61.intoArray(output, at + LANES);
        s62.intoArray(output, at + 2 * LANES);
        at += channel;
        s70.intoArray(output, at);
        s71.intoArray(output, at + LANES);
        s72.intoArray(output, at + 2 * LANES);
    }

    static void two(float[] weights, float[] image, int p0, int p1, int[] offsets, int[] seen, float[] output, int at, int channel) {
        FloatVector s00 = FloatVector.zero(SPECIES), s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES), s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES), s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES), s31 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES), s41 = FloatVector.zero(SPECIES);
        FloatVector s50 = FloatVector.zero(SPECIES), s51 = FloatVector.zero(SPECIES);
        FloatVector s60 = FloatVector.zero(SPECIES), s61 = FloatVector.zero(SPECIES);
        FloatVector s70 = FloatVector.zero(SPECIES), s71 = FloatVector.zero(SPECIES);
        for (int i : seen) {
            int offset = offsets[i];
            int w = 8 * i;
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
            weight = FloatVector.broadcast(SPECIES, weights[w + 4]);
            s40 = weight.fma(x0, s40);
            s41 = weight.fma(x1, s41);
            weight = FloatVector.broadcast(SPECIES, weights[w + 5]);
            s50 = weight.fma(x0, s50);
            s51 = weight.fma(x1, s51);
            weight = FloatVector.broadcast(SPECIES, weights[w + 6]);
            s60 = weight.fma(x0, s60);
            s61 = weight.fma(x1, s61);
            weight = FloatVector.broadcast(SPECIES, weights[w + 7]);
            s70 = weight.fma(x0, s70);
            s71 = weight.fma(x1, s71);
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
        at += channel;
        s40.intoArray(output, at);
        s41.intoArray(output, at + LANES);
        at += channel;
        s50.intoArray(output, at);
        s51.intoArray(output, at + LANES);
        at += channel;
        s60.intoArray(output, at);
        s61.intoArray(output, at + LANES);
        at += channel;
        s70.intoArray(output, at);
        s71.intoArray(output, at + LANES);
    }
}
