package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// Five rows by two vectors at a time, for 16 registers: the loop of [StripTile] with 10 sums, two steps of k a round. The second vector ends with the last column,
/// so that a strip may have any number of columns between those of one vector and of two.
final class LowStripTile5x2 implements StripTile {
    private static final VectorSpecies<Float> S = Species.FLOATS;
    private static final @Nullable Strides STRIDES = Strides.of(MethodHandles.lookup());

    @Override
    public int rows() {
        return 5;
    }

    @Override
    public void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int k, int columns) {
        if (STRIDES != null) {
            aRow = STRIDES.a();
            bStep = STRIDES.b();
            cRow = STRIDES.c();
        }
        int second = columns - S.length();
        for (int next = 0; next < m; next += 5) {
            int row = Math.min(next, m - 5);
            int a0 = aOffset + row * aRow;
            int a1 = a0 + aRow;
            int a2 = a1 + aRow;
            int a3 = a2 + aRow;
            int a4 = a3 + aRow;
            FloatVector c0a = FloatVector.zero(S), c0b = FloatVector.zero(S);
            FloatVector c1a = FloatVector.zero(S), c1b = FloatVector.zero(S);
            FloatVector c2a = FloatVector.zero(S), c2b = FloatVector.zero(S);
            FloatVector c3a = FloatVector.zero(S), c3b = FloatVector.zero(S);
            FloatVector c4a = FloatVector.zero(S), c4b = FloatVector.zero(S);
            int p = 0;
            int bAt = bOffset;
            for (; p < k - 1; p += 2) {
                FloatVector rightA = FloatVector.fromArray(S, b, bAt);
                FloatVector rightB = FloatVector.fromArray(S, b, bAt + second);
                FloatVector left0 = FloatVector.broadcast(S, a[a0 + p]);
                c0a = left0.fma(rightA, c0a);
                c0b = left0.fma(rightB, c0b);
                FloatVector left1 = FloatVector.broadcast(S, a[a1 + p]);
                c1a = left1.fma(rightA, c1a);
                c1b = left1.fma(rightB, c1b);
                FloatVector left2 = FloatVector.broadcast(S, a[a2 + p]);
                c2a = left2.fma(rightA, c2a);
                c2b = left2.fma(rightB, c2b);
                FloatVector left3 = FloatVector.broadcast(S, a[a3 + p]);
                c3a = left3.fma(rightA, c3a);
                c3b = left3.fma(rightB, c3b);
                FloatVector left4 = FloatVector.broadcast(S, a[a4 + p]);
                c4a = left4.fma(rightA, c4a);
                c4b = left4.fma(rightB, c4b);
                bAt += bStep;
                FloatVector rightANext = FloatVector.fromArray(S, b, bAt);
                FloatVector rightBNext = FloatVector.fromArray(S, b, bAt + second);
                FloatVector left0Next = FloatVector.broadcast(S, a[a0 + p + 1]);
                c0a = left0Next.fma(rightANext, c0a);
                c0b = left0Next.fma(rightBNext, c0b);
                FloatVector left1Next = FloatVector.broadcast(S, a[a1 + p + 1]);
                c1a = left1Next.fma(rightANext, c1a);
                c1b = left1Next.fma(rightBNext, c1b);
                FloatVector left2Next = FloatVector.broadcast(S, a[a2 + p + 1]);
                c2a = left2Next.fma(rightANext, c2a);
                c2b = left2Next.fma(rightBNext, c2b);
                FloatVector left3Next = FloatVector.broadcast(S, a[a3 + p + 1]);
                c3a = left3Next.fma(rightANext, c3a);
                c3b = left3Next.fma(rightBNext, c3b);
                FloatVector left4Next = FloatVector.broadcast(S, a[a4 + p + 1]);
                c4a = left4Next.fma(rightANext, c4a);
                c4b = left4Next.fma(rightBNext, c4b);
                bAt += bStep;
            }
            if (p < k) {
                FloatVector rightA = FloatVector.fromArray(S, b, bAt);
                FloatVector rightB = FloatVector.fromArray(S, b, bAt + second);
                FloatVector left0 = FloatVector.broadcast(S, a[a0 + p]);
                c0a = left0.fma(rightA, c0a);
                c0b = left0.fma(rightB, c0b);
                FloatVector left1 = FloatVector.broadcast(S, a[a1 + p]);
                c1a = left1.fma(rightA, c1a);
                c1b = left1.fma(rightB, c1b);
                FloatVector left2 = FloatVector.broadcast(S, a[a2 + p]);
                c2a = left2.fma(rightA, c2a);
                c2b = left2.fma(rightB, c2b);
                FloatVector left3 = FloatVector.broadcast(S, a[a3 + p]);
                c3a = left3.fma(rightA, c3a);
                c3b = left3.fma(rightB, c3b);
                FloatVector left4 = FloatVector.broadcast(S, a[a4 + p]);
                c4a = left4.fma(rightA, c4a);
                c4b = left4.fma(rightB, c4b);
            }
            int to = cOffset + row * cRow;
            c0a.add(0f).intoArray(c, to);
            c0b.add(0f).intoArray(c, to + second);
            to += cRow;
            c1a.add(0f).intoArray(c, to);
            c1b.add(0f).intoArray(c, to + second);
            to += cRow;
            c2a.add(0f).intoArray(c, to);
            c2b.add(0f).intoArray(c, to + second);
            to += cRow;
            c3a.add(0f).intoArray(c, to);
            c3b.add(0f).intoArray(c, to + second);
            to += cRow;
            c4a.add(0f).intoArray(c, to);
            c4b.add(0f).intoArray(c, to + second);
        }
    }
}
