package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Five rows by two vectors, for 16 registers: the loop of [Tile] with 10 sums.
///
/// B is packed, its steps a constant apart, and the rows of A are neighbours: then the compiler takes the range checks of B out of the loop and leaves two a step
/// for A. With two steps a round the multiplications set the pace and not the instructions around them. (Without those checks, with a constant distance for A, too,
/// the compiler mixed the steps and ran out of registers: 37 instead of 97 GFLOP/s.)
final class LowTile5x2 implements Tile {
    private static final VectorSpecies<Float> S = Species.FLOATS;

    @Override
    public int rows() {
        return 5;
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
            int p = 0;
            int at = aOffset;
            for (; p < k - 1; p += 2) {
                FloatVector rightA = FloatVector.fromArray(S, b, bOffset + p * 2 * lanes);
                FloatVector rightB = FloatVector.fromArray(S, b, bOffset + p * 2 * lanes + lanes);
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
                at += aStride;
                FloatVector rightANext = FloatVector.fromArray(S, b, bOffset + p * 2 * lanes + 2 * lanes);
                FloatVector rightBNext = FloatVector.fromArray(S, b, bOffset + p * 2 * lanes + 3 * lanes);
                FloatVector left0Next = FloatVector.broadcast(S, a[at]);
                c0a = left0Next.fma(rightANext, c0a);
                c0b = left0Next.fma(rightBNext, c0b);
                FloatVector left1Next = FloatVector.broadcast(S, a[at + 1]);
                c1a = left1Next.fma(rightANext, c1a);
                c1b = left1Next.fma(rightBNext, c1b);
                FloatVector left2Next = FloatVector.broadcast(S, a[at + 2]);
                c2a = left2Next.fma(rightANext, c2a);
                c2b = left2Next.fma(rightBNext, c2b);
                FloatVector left3Next = FloatVector.broadcast(S, a[at + 3]);
                c3a = left3Next.fma(rightANext, c3a);
                c3b = left3Next.fma(rightBNext, c3b);
                FloatVector left4Next = FloatVector.broadcast(S, a[at + 4]);
                c4a = left4Next.fma(rightANext, c4a);
                c4b = left4Next.fma(rightBNext, c4b);
                at += aStride;
            }
            if (p < k) {
                FloatVector rightA = FloatVector.fromArray(S, b, bOffset + p * 2 * lanes);
                FloatVector rightB = FloatVector.fromArray(S, b, bOffset + p * 2 * lanes + lanes);
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
            bOffset += bStrip;
        }
    }
}
