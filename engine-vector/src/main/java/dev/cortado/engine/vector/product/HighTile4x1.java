package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Four rows by one vector, for 32 registers: the loop of [Tile] with 4 sums.
///
/// The rows of A are neighbours at each step of k: then two range checks serve them all, and every address is a constant away from the first.
final class HighTile4x1 implements Tile {
    private static final VectorSpecies<Float> S = Species.FLOATS;

    @Override
    public int rows() {
        return 4;
    }

    @Override
    public int vectors() {
        return 1;
    }

    @Override
    public void multiply(float[] a, int aOffset, int aStride, float[] b, int bOffset, int bStep,
                         float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int k, int strips, int bStrip) {
        int lanes = S.length();
        for (int strip = 0; strip < strips; strip++) {
            int from = startOffset + strip * lanes;
            FloatVector c0 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c1 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c2 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c3 = FloatVector.fromArray(S, start, from);
            for (int p = 0, at = aOffset, bAt = bOffset; p < k; p++, at += aStride, bAt += bStep) {
                FloatVector right = FloatVector.fromArray(S, b, bAt);
                FloatVector left0 = FloatVector.broadcast(S, a[at]);
                c0 = left0.fma(right, c0);
                FloatVector left1 = FloatVector.broadcast(S, a[at + 1]);
                c1 = left1.fma(right, c1);
                FloatVector left2 = FloatVector.broadcast(S, a[at + 2]);
                c2 = left2.fma(right, c2);
                FloatVector left3 = FloatVector.broadcast(S, a[at + 3]);
                c3 = left3.fma(right, c3);
            }
            int to = cOffset + strip * lanes;
            c0.add(0f).intoArray(c, to);
            to += cRow;
            c1.add(0f).intoArray(c, to);
            to += cRow;
            c2.add(0f).intoArray(c, to);
            to += cRow;
            c3.add(0f).intoArray(c, to);
            bOffset += bStrip;
        }
    }
}
