package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Thirteen rows by one vector, for 32 registers: the loop of [Tile] with 13 sums.
///
/// The rows of A are neighbours at each step of k: then two range checks serve them all, and every address is a constant away from the first.
final class HighTile13x1 implements Tile {
    private static final VectorSpecies<Float> S = Species.FLOATS;

    @Override
    public int rows() {
        return 13;
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
            from += startRow;
            FloatVector c4 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c5 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c6 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c7 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c8 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c9 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c10 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c11 = FloatVector.fromArray(S, start, from);
            from += startRow;
            FloatVector c12 = FloatVector.fromArray(S, start, from);
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
                FloatVector left4 = FloatVector.broadcast(S, a[at + 4]);
                c4 = left4.fma(right, c4);
                FloatVector left5 = FloatVector.broadcast(S, a[at + 5]);
                c5 = left5.fma(right, c5);
                FloatVector left6 = FloatVector.broadcast(S, a[at + 6]);
                c6 = left6.fma(right, c6);
                FloatVector left7 = FloatVector.broadcast(S, a[at + 7]);
                c7 = left7.fma(right, c7);
                FloatVector left8 = FloatVector.broadcast(S, a[at + 8]);
                c8 = left8.fma(right, c8);
                FloatVector left9 = FloatVector.broadcast(S, a[at + 9]);
                c9 = left9.fma(right, c9);
                FloatVector left10 = FloatVector.broadcast(S, a[at + 10]);
                c10 = left10.fma(right, c10);
                FloatVector left11 = FloatVector.broadcast(S, a[at + 11]);
                c11 = left11.fma(right, c11);
                FloatVector left12 = FloatVector.broadcast(S, a[at + 12]);
                c12 = left12.fma(right, c12);
            }
            int to = cOffset + strip * lanes;
            c0.add(0f).intoArray(c, to);
            to += cRow;
            c1.add(0f).intoArray(c, to);
            to += cRow;
            c2.add(0f).intoArray(c, to);
            to += cRow;
            c3.add(0f).intoArray(c, to);
            to += cRow;
            c4.add(0f).intoArray(c, to);
            to += cRow;
            c5.add(0f).intoArray(c, to);
            to += cRow;
            c6.add(0f).intoArray(c, to);
            to += cRow;
            c7.add(0f).intoArray(c, to);
            to += cRow;
            c8.add(0f).intoArray(c, to);
            to += cRow;
            c9.add(0f).intoArray(c, to);
            to += cRow;
            c10.add(0f).intoArray(c, to);
            to += cRow;
            c11.add(0f).intoArray(c, to);
            to += cRow;
            c12.add(0f).intoArray(c, to);
            bOffset += bStrip;
        }
    }
}
