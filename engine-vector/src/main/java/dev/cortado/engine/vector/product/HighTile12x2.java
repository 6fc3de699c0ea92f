package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Twelve rows by two vectors, for 32 registers: the loop of [Tile] with 24 sums.
///
/// The rows of A are neighbours at each step of k: then two range checks serve them all, and every address is a constant away from the first.
final class HighTile12x2 implements Tile {
    private static final VectorSpecies<Float> S = Species.FLOATS;

    @Override
    public int rows() {
        return 12;
    }

    @Override
    public int vectors() {
        return 2;
    }

    @Override
    public void multiply(float[] a, int aOffset, int aStride, float[] b, int bOffset, int bStep,
                         float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int k, int strips, int bStrip) {
        int lanes = S.length();
        for (int strip = 0; strip < strips; strip++) {
            int from = startOffset + strip * 2 * lanes;
            FloatVector c0a = FloatVector.fromArray(S, start, from);
            FloatVector c0b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c1a = FloatVector.fromArray(S, start, from);
            FloatVector c1b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c2a = FloatVector.fromArray(S, start, from);
            FloatVector c2b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c3a = FloatVector.fromArray(S, start, from);
            FloatVector c3b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c4a = FloatVector.fromArray(S, start, from);
            FloatVector c4b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c5a = FloatVector.fromArray(S, start, from);
            FloatVector c5b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c6a = FloatVector.fromArray(S, start, from);
            FloatVector c6b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c7a = FloatVector.fromArray(S, start, from);
            FloatVector c7b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c8a = FloatVector.fromArray(S, start, from);
            FloatVector c8b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c9a = FloatVector.fromArray(S, start, from);
            FloatVector c9b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c10a = FloatVector.fromArray(S, start, from);
            FloatVector c10b = FloatVector.fromArray(S, start, from + lanes);
            from += startRow;
            FloatVector c11a = FloatVector.fromArray(S, start, from);
            FloatVector c11b = FloatVector.fromArray(S, start, from + lanes);
            for (int p = 0, at = aOffset, bAt = bOffset; p < k; p++, at += aStride, bAt += bStep) {
                FloatVector rightA = FloatVector.fromArray(S, b, bAt);
                FloatVector rightB = FloatVector.fromArray(S, b, bAt + lanes);
                FloatVector left0 = FloatVector.broadcast(S, a[at]);
                c0a = left0.fma(rightA, c0a);
                c0b = left0.fma(rightB, c0b);
                FloatVector left1 = FloatVector.broadcast(S, a[at + 1]);
                c1a = left1.fma(rightA, c1a);
                c1b = left1.fma(rightB, c1b);
                FloatVector left2 = FloatVector.broadcast(S, a[at + 2]);
                c2a = left2.fma(rightA, c2a);
                c2b = left2.fma(rightB, c2b);
                FloatVector left3 = FloatVector.broadcast(S, a[at + 3]);
                c3a = left3.fma(rightA, c3a);
                c3b = left3.fma(rightB, c3b);
                FloatVector left4 = FloatVector.broadcast(S, a[at + 4]);
                c4a = left4.fma(rightA, c4a);
                c4b = left4.fma(rightB, c4b);
                FloatVector left5 = FloatVector.broadcast(S, a[at + 5]);
                c5a = left5.fma(rightA, c5a);
                c5b = left5.fma(rightB, c5b);
                FloatVector left6 = FloatVector.broadcast(S, a[at + 6]);
                c6a = left6.fma(rightA, c6a);
                c6b = left6.fma(rightB, c6b);
                FloatVector left7 = FloatVector.broadcast(S, a[at + 7]);
                c7a = left7.fma(rightA, c7a);
                c7b = left7.fma(rightB, c7b);
                FloatVector left8 = FloatVector.broadcast(S, a[at + 8]);
                c8a = left8.fma(rightA, c8a);
                c8b = left8.fma(rightB, c8b);
                FloatVector left9 = FloatVector.broadcast(S, a[at + 9]);
                c9a = left9.fma(rightA, c9a);
                c9b = left9.fma(rightB, c9b);
                FloatVector left10 = FloatVector.broadcast(S, a[at + 10]);
                c10a = left10.fma(rightA, c10a);
                c10b = left10.fma(rightB, c10b);
                FloatVector left11 = FloatVector.broadcast(S, a[at + 11]);
                c11a = left11.fma(rightA, c11a);
                c11b = left11.fma(rightB, c11b);
            }
            int to = cOffset + strip * 2 * lanes;
            c0a.add(0f).intoArray(c, to);
            c0b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c1a.add(0f).intoArray(c, to);
            c1b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c2a.add(0f).intoArray(c, to);
            c2b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c3a.add(0f).intoArray(c, to);
            c3b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c4a.add(0f).intoArray(c, to);
            c4b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c5a.add(0f).intoArray(c, to);
            c5b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c6a.add(0f).intoArray(c, to);
            c6b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c7a.add(0f).intoArray(c, to);
            c7b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c8a.add(0f).intoArray(c, to);
            c8b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c9a.add(0f).intoArray(c, to);
            c9b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c10a.add(0f).intoArray(c, to);
            c10b.add(0f).intoArray(c, to + lanes);
            to += cRow;
            c11a.add(0f).intoArray(c, to);
            c11b.add(0f).intoArray(c, to + lanes);
            bOffset += bStrip;
        }
    }
}
