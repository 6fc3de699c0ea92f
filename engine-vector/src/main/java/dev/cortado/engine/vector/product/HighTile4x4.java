package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Four rows by four vectors, for 32 registers: the loop of [Tile] with 16 sums.
///
/// The rows of A are neighbours at each step of k: then two range checks serve them all, and every address is a constant away from the first.
final class HighTile4x4 implements Tile {
    private static final VectorSpecies<Float> S = Species.FLOATS;

    @Override
    public int rows() {
        return 4;
    }

    @Override
    public int vectors() {
        return 4;
    }

    @Override
    public void multiply(float[] a, int aOffset, int aStride, float[] b, int bOffset, int bStep,
                         float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int k, int strips, int bStrip) {
        int lanes = S.length();
        for (int strip = 0; strip < strips; strip++) {
            int from = startOffset + strip * 4 * lanes;
            FloatVector c0a = FloatVector.fromArray(S, start, from);
            FloatVector c0b = FloatVector.fromArray(S, start, from + lanes);
            FloatVector c0c = FloatVector.fromArray(S, start, from + 2 * lanes);
            FloatVector c0d = FloatVector.fromArray(S, start, from + 3 * lanes);
            from += startRow;
            FloatVector c1a = FloatVector.fromArray(S, start, from);
            FloatVector c1b = FloatVector.fromArray(S, start, from + lanes);
            FloatVector c1c = FloatVector.fromArray(S, start, from + 2 * lanes);
            FloatVector c1d = FloatVector.fromArray(S, start, from + 3 * lanes);
            from += startRow;
            FloatVector c2a = FloatVector.fromArray(S, start, from);
            FloatVector c2b = FloatVector.fromArray(S, start, from + lanes);
            FloatVector c2c = FloatVector.fromArray(S, start, from + 2 * lanes);
            FloatVector c2d = FloatVector.fromArray(S, start, from + 3 * lanes);
            from += startRow;
            FloatVector c3a = FloatVector.fromArray(S, start, from);
            FloatVector c3b = FloatVector.fromArray(S, start, from + lanes);
            FloatVector c3c = FloatVector.fromArray(S, start, from + 2 * lanes);
            FloatVector c3d = FloatVector.fromArray(S, start, from + 3 * lanes);
            for (int p = 0, at = aOffset, bAt = bOffset; p < k; p++, at += aStride, bAt += bStep) {
                FloatVector rightA = FloatVector.fromArray(S, b, bAt);
                FloatVector rightB = FloatVector.fromArray(S, b, bAt + lanes);
                FloatVector rightC = FloatVector.fromArray(S, b, bAt + 2 * lanes);
                FloatVector rightD = FloatVector.fromArray(S, b, bAt + 3 * lanes);
                FloatVector left0 = FloatVector.broadcast(S, a[at]);
                c0a = left0.fma(rightA, c0a);
                c0b = left0.fma(rightB, c0b);
                c0c = left0.fma(rightC, c0c);
                c0d = left0.fma(rightD, c0d);
                FloatVector left1 = FloatVector.broadcast(S, a[at + 1]);
                c1a = left1.fma(rightA, c1a);
                c1b = left1.fma(rightB, c1b);
                c1c = left1.fma(rightC, c1c);
                c1d = left1.fma(rightD, c1d);
                FloatVector left2 = FloatVector.broadcast(S, a[at + 2]);
                c2a = left2.fma(rightA, c2a);
                c2b = left2.fma(rightB, c2b);
                c2c = left2.fma(rightC, c2c);
                c2d = left2.fma(rightD, c2d);
                FloatVector left3 = FloatVector.broadcast(S, a[at + 3]);
                c3a = left3.fma(rightA, c3a);
                c3b = left3.fma(rightB, c3b);
                c3c = left3.fma(rightC, c3c);
                c3d = left3.fma(rightD, c3d);
            }
            int to = cOffset + strip * 4 * lanes;
            c0a.add(0f).intoArray(c, to);
            c0b.add(0f).intoArray(c, to + lanes);
            c0c.add(0f).intoArray(c, to + 2 * lanes);
            c0d.add(0f).intoArray(c, to + 3 * lanes);
            to += cRow;
            c1a.add(0f).intoArray(c, to);
            c1b.add(0f).intoArray(c, to + lanes);
            c1c.add(0f).intoArray(c, to + 2 * lanes);
            c1d.add(0f).intoArray(c, to + 3 * lanes);
            to += cRow;
            c2a.add(0f).intoArray(c, to);
            c2b.add(0f).intoArray(c, to + lanes);
            c2c.add(0f).intoArray(c, to + 2 * lanes);
            c2d.add(0f).intoArray(c, to + 3 * lanes);
            to += cRow;
            c3a.add(0f).intoArray(c, to);
            c3b.add(0f).intoArray(c, to + lanes);
            c3c.add(0f).intoArray(c, to + 2 * lanes);
            c3d.add(0f).intoArray(c, to + 3 * lanes);
            bOffset += bStrip;
        }
    }
}
