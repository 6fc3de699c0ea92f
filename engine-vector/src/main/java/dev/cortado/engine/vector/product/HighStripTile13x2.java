package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// Thirteen rows by two vectors at a time, for 32 registers: the loop of [StripTile] with 26 sums.
final class HighStripTile13x2 implements StripTile {
    private static final VectorSpecies<Float> S = Species.FLOATS;
    private static final @Nullable Strides STRIDES = Strides.of(MethodHandles.lookup());

    @Override
    public int rows() {
        return 13;
    }

    @Override
    public void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int k, int columns) {
        if (STRIDES != null) {
            aRow = STRIDES.a();
            bStep = STRIDES.b();
            cRow = STRIDES.c();
        }
        int lanes = S.length();
        for (int next = 0; next < m; next += 13) {
            int row = Math.min(next, m - 13);
            int a0 = aOffset + row * aRow;
            int a1 = a0 + aRow;
            int a2 = a1 + aRow;
            int a3 = a2 + aRow;
            int a4 = a3 + aRow;
            int a5 = a4 + aRow;
            int a6 = a5 + aRow;
            int a7 = a6 + aRow;
            int a8 = a7 + aRow;
            int a9 = a8 + aRow;
            int a10 = a9 + aRow;
            int a11 = a10 + aRow;
            int a12 = a11 + aRow;
            FloatVector c0a = FloatVector.zero(S), c0b = FloatVector.zero(S);
            FloatVector c1a = FloatVector.zero(S), c1b = FloatVector.zero(S);
            FloatVector c2a = FloatVector.zero(S), c2b = FloatVector.zero(S);
            FloatVector c3a = FloatVector.zero(S), c3b = FloatVector.zero(S);
            FloatVector c4a = FloatVector.zero(S), c4b = FloatVector.zero(S);
            FloatVector c5a = FloatVector.zero(S), c5b = FloatVector.zero(S);
            FloatVector c6a = FloatVector.zero(S), c6b = FloatVector.zero(S);
            FloatVector c7a = FloatVector.zero(S), c7b = FloatVector.zero(S);
            FloatVector c8a = FloatVector.zero(S), c8b = FloatVector.zero(S);
            FloatVector c9a = FloatVector.zero(S), c9b = FloatVector.zero(S);
            FloatVector c10a = FloatVector.zero(S), c10b = FloatVector.zero(S);
            FloatVector c11a = FloatVector.zero(S), c11b = FloatVector.zero(S);
            FloatVector c12a = FloatVector.zero(S), c12b = FloatVector.zero(S);
            for (int p = 0, bAt = bOffset; p < k; p++, bAt += bStep) {
                FloatVector rightA = FloatVector.fromArray(S, b, bAt);
                FloatVector rightB = FloatVector.fromArray(S, b, bAt + lanes);
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
                FloatVector left5 = FloatVector.broadcast(S, a[a5 + p]);
                c5a = left5.fma(rightA, c5a);
                c5b = left5.fma(rightB, c5b);
                FloatVector left6 = FloatVector.broadcast(S, a[a6 + p]);
                c6a = left6.fma(rightA, c6a);
                c6b = left6.fma(rightB, c6b);
                FloatVector left7 = FloatVector.broadcast(S, a[a7 + p]);
                c7a = left7.fma(rightA, c7a);
                c7b = left7.fma(rightB, c7b);
                FloatVector left8 = FloatVector.broadcast(S, a[a8 + p]);
                c8a = left8.fma(rightA, c8a);
                c8b = left8.fma(rightB, c8b);
                FloatVector left9 = FloatVector.broadcast(S, a[a9 + p]);
                c9a = left9.fma(rightA, c9a);
                c9b = left9.fma(rightB, c9b);
                FloatVector left10 = FloatVector.broadcast(S, a[a10 + p]);
                c10a = left10.fma(rightA, c10a);
                c10b = left10.fma(rightB, c10b);
                FloatVector left11 = FloatVector.broadcast(S, a[a11 + p]);
                c11a = left11.fma(rightA, c11a);
                c11b = left11.fma(rightB, c11b);
                FloatVector left12 = FloatVector.broadcast(S, a[a12 + p]);
                c12a = left12.fma(rightA, c12a);
                c12b = left12.fma(rightB, c12b);
            }
            int to = cOffset + row * cRow;
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
            to += cRow;
            c12a.add(0f).intoArray(c, to);
            c12b.add(0f).intoArray(c, to + lanes);
        }
    }
}
