package dev.cortado.engine.vector.window;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The way back to four channels of an image, for one place in the window: three vectors of each channel's gradient (or two, at the end) stay in registers while the
/// filters go by. Vectors of one place in the window never overlap, so that every pixel's sum has the order of the places, then of the filters, whatever the tile.
final class ImageTile {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private ImageTile() {}

    /// @param weights four weights, one for each channel, for every filter, from w on
    /// @param outputs the output gradient as [#pack] has laid it out
    /// @param start where the gradient of the four channels begins, moved by the place in the window
    static void run(float[] weights, int w, int filters, float[] outputs, Strips strips, float[] image, int start) {
        int[] p = strips.positions;
        int threes = Tiling.threes(p.length);
        int v = 0;
        for (; v < threes; v += 3) {
            three(weights, w, filters, outputs, v * filters * LANES, image, start + p[v], start + p[v + 1], start + p[v + 2], strips.channel);
        }
        for (; v < p.length; v += 2) {
            two(weights, w, filters, outputs, v * filters * LANES, image, start + p[v], start + p[v + 1], strips.channel);
        }
    }

    /// Lays an output gradient out as it will be read: the vectors that are taken together, filter by filter.
    static void pack(float[] outputs, int start, int filters, Strips strips, float[] to) {
        int vectors = strips.vectors;
        int threes = Tiling.threes(vectors);
        for (int v = 0, at = 0; v < vectors; ) {
            int together = v < threes ? 3 : 2;
            for (int f = 0; f < filters; f++, at += together * LANES) {
                System.arraycopy(outputs, start + f * strips.plane + v * LANES, to, at, together * LANES);
            }
            v += together;
        }
    }

    private static void three(float[] weights, int w, int filters, float[] outputs, int o, float[] image, int p0, int p1, int p2, int channel) {
        FloatVector s00 = FloatVector.fromArray(SPECIES, image, p0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, image, p1);
        FloatVector s02 = FloatVector.fromArray(SPECIES, image, p2);
        FloatVector s10 = FloatVector.fromArray(SPECIES, image, p0 + channel);
        FloatVector s11 = FloatVector.fromArray(SPECIES, image, p1 + channel);
        FloatVector s12 = FloatVector.fromArray(SPECIES, image, p2 + channel);
        FloatVector s20 = FloatVector.fromArray(SPECIES, image, p0 + 2 * channel);
        FloatVector s21 = FloatVector.fromArray(SPECIES, image, p1 + 2 * channel);
        FloatVector s22 = FloatVector.fromArray(SPECIES, image, p2 + 2 * channel);
        FloatVector s30 = FloatVector.fromArray(SPECIES, image, p0 + 3 * channel);
        FloatVector s31 = FloatVector.fromArray(SPECIES, image, p1 + 3 * channel);
        FloatVector s32 = FloatVector.fromArray(SPECIES, image, p2 + 3 * channel);
        for (int f = 0; f < filters; f++, w += 4, o += 3 * LANES) {
            FloatVector y0 = FloatVector.fromArray(SPECIES, outputs, o);
            FloatVector y1 = FloatVector.fromArray(SPECIES, outputs, o + LANES);
            FloatVector y2 = FloatVector.fromArray(SPECIES, outputs, o + 2 * LANES);
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[w]);
            s00 = weight.fma(y0, s00);
            s01 = weight.fma(y1, s01);
            s02 = weight.fma(y2, s02);
            weight = FloatVector.broadcast(SPECIES, weights[w + 1]);
            s10 = weight.fma(y0, s10);
            s11 = weight.fma(y1, s11);
            s12 = weight.fma(y2, s12);
            weight = FloatVector.broadcast(SPECIES, weights[w + 2]);
            s20 = weight.fma(y0, s20);
            s21 = weight.fma(y1, s21);
            s22 = weight.fma(y2, s22);
            weight = FloatVector.broadcast(SPECIES, weights[w + 3]);
            s30 = weight.fma(y0, s30);
            s31 = weight.fma(y1, s31);
            s32 = weight.fma(y2, s32);
        }
        s00.intoArray(image, p0);
        s01.intoArray(image, p1);
        s02.intoArray(image, p2);
        s10.intoArray(image, p0 + channel);
        s11.intoArray(image, p1 + channel);
        s12.intoArray(image, p2 + channel);
        s20.intoArray(image, p0 + 2 * channel);
        s21.intoArray(image, p1 + 2 * channel);
        s22.intoArray(image, p2 + 2 * channel);
        s30.intoArray(image, p0 + 3 * channel);
        s31.intoArray(image, p1 + 3 * channel);
        s32.intoArray(image, p2 + 3 * channel);
    }

    private static void two(float[] weights, int w, int filters, float[] outputs, int o, float[] image, int p0, int p1, int channel) {
        FloatVector s00 = FloatVector.fromArray(SPECIES, image, p0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, image, p1);
        FloatVector s10 = FloatVector.fromArray(SPECIES, image, p0 + channel);
        FloatVector s11 = FloatVector.fromArray(SPECIES, image, p1 + channel);
        FloatVector s20 = FloatVector.fromArray(SPECIES, image, p0 + 2 * channel);
        FloatVector s21 = FloatVector.fromArray(SPECIES, image, p1 + 2 * channel);
        FloatVector s30 = FloatVector.fromArray(SPECIES, image, p0 + 3 * channel);
        FloatVector s31 = FloatVector.fromArray(SPECIES, image, p1 + 3 * channel);
        for (int f = 0; f < filters; f++, w += 4, o += 2 * LANES) {
            FloatVector y0 = FloatVector.fromArray(SPECIES, outputs, o);
            FloatVector y1 = FloatVector.fromArray(SPECIES, outputs, o + LANES);
            FloatVector weight = FloatVector.broadcast(SPECIES, weights[w]);
            s00 = weight.fma(y0, s00);
            s01 = weight.fma(y1, s01);
            weight = FloatVector.broadcast(SPECIES, weights[w + 1]);
            s10 = weight.fma(y0, s10);
            s11 = weight.fma(y1, s11);
            weight = FloatVector.broadcast(SPECIES, weights[w + 2]);
            s20 = weight.fma(y0, s20);
            s21 = weight.fma(y1, s21);
            weight = FloatVector.broadcast(SPECIES, weights[w + 3]);
            s30 = weight.fma(y0, s30);
            s31 = weight.fma(y1, s31);
        }
        s00.intoArray(image, p0);
        s01.intoArray(image, p1);
        s10.intoArray(image, p0 + channel);
        s11.intoArray(image, p1 + channel);
        s20.intoArray(image, p0 + 2 * channel);
        s21.intoArray(image, p1 + 2 * channel);
        s30.intoArray(image, p0 + 3 * channel);
        s31.intoArray(image, p1 + 3 * channel);
    }
}
