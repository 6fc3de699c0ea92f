package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// Seven rows by three vectors at a time, for 32 registers: the loop of [StripTile] with 21 sums.
final class HighStripTile7x3 implements StripTile {
    private static final VectorSpecies<Float> S = Species.FLOATS;
    private static final @Nullable Strides STRIDES = Strides.of(MethodHandles.lookup());

    @Override
    public int rows() {
        return 7;
    }

    @Override
    public void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int k, int columns) {
        if (STRIDES != null) {
            aRow = STRIDES.a();
            bStep = STRIDES.b();
            cRow = STRIDES.c();
        }
        int lanes = S.length();
        for (int next = 0; next < m; next += 7) {
            int row = Math.min(next, m - 7);
            int a0 = aOffset + row * aRow;
            int a1 = a0 + aRow;
            int a2 = a1 + aRow;
            int a3 = a2 + aRow;
            int a4 = a3 + aRow;
            int a5 = a4 + aRow;
            int a6 = a5 + aRow;
            FloatVector c0a = FloatVector.zero(S), c0b = FloatVector.zero(S), c0c = FloatVector.zero(S);
            FloatVector c1a = FloatVector.zero(S), c1b = FloatVector.zero(S), c1c = FloatVector.zero(S);
            FloatVector c2a = FloatVector.zero(S), c2b = FloatVector.zero(S), c2c = FloatVector.zero(S);
            FloatVector c3a = FloatVector.zero(S), c3b = FloatVector.zero(S), c3c = FloatVector.zero(S);
            FloatVector c4a = FloatVector.zero(S), c4b = FloatVector.zero(S), c4c = FloatVector.zero(S);
            FloatVector c5a = FloatVector.zero(S), c5b = FloatVector.zero(S), c5c = FloatVector.zero(S);
            FloatVector c6a = FloatVector.zero(S), c6b = FloatVector.zero(S), c6c = FloatVector.zero(S);
            for (int p = 0, bAt = bOffset; p < k; p++, bAt += bStep) {
                FloatVector rightA = FloatVector.fromArray(S, b, bAt);
                FloatVector rightB = FloatVector.fromArray(S, b, bAt + lanes);
                FloatVector rightC = FloatVector.fromArray(S, b, bAt + 2 * lanes);
                FloatVector left0 = FloatVector.broadcast(S, a[a0 + p]);
                c0a = left0.fma(rightA, c0a);
                c0b = left0.fma(rightB, c0b);
                c0c = left0.fma(rightC, c0c);
                FloatVector left1 = FloatVector.broadcast(S, a[a1 + p]);
                c1a = left1.fma(rightA, c1a);
                c1b = left1.fma(rightB, c1b);
                c1c = left1.fma(rightC, c1c);
                FloatVector left2 = FloatVector.broadcast(S, a[a2 + p]);
                c2a = left2.fma(rightA, c2a);
                c2b = left2.fma(rightB, c2b);
                c2c = left2.fma(rightC, c2c);
                FloatVector left3 = FloatVector.broadcast(S, a[a3 + p]);
                c3a = left3.fma(rightA, c3a);
                c3b = left3.fma(rightB, c3b);
                c3c = left3.fma(rightC, c3c);
                FloatVector left4 = FloatVector.broadcast(S, a[a4 + p]);
                c4a = left4.fma(rightA, c4a);
                c4b = left4.fma(rightB, c4b);
                c4c = left4.fma(rightC, c4c);
                FloatVector left5 = FloatVector.broadcast(S, a[a5 + p]);
                c5a = left5.fma(rightA, c5a);
                c5b = left5.fma(rightB, c5b);
                c5c = left5.fma(rightC, c5c);
                FloatVector left6 = FloatVector.broadcast(S, a[a6 + p]);
                c6a = left6.fma(rightA, c6a);
                c6b = left6.fma(rightB, c6b);
                c6c = left6.fma(rightC, c6c);
            }
            int to = cOffset + row * cRow;
            c0a.add(0f).intoArray(c, to);
            c0b.add(0f).intoArray(c, to + lanes);
            c0c.add(0f).intoArray(c, to + 2 * lanes);
            to += cRow;
            c1a.add(0f).intoArray(c, to);
            c1b.add(0f).intoArray(c, to + lanes);
            c1c.add(0f).intoArray(c, to + 2 * lanes);
            to += cRow;
            c2a.add(0f).intoArray(c, to);
            c2b.add(0f).intoArray(c, to + lanes);
            c2c.add(0f).intoArray(c, to + 2 * lanes);
            to += cRow;
            c3a.add(0f).intoArray(c, to);
            c3b.add(0f).intoArray(c, to + lanes);
            c3c.add(0f).intoArray(c, to + 2 * lanes);
            to += cRow;
            c4a.add(0f).intoArray(c, to);
            c4b.add(0f).intoArray(c, to + lanes);
            c4c.add(0f).intoArray(c, to + 2 * lanes);
            to += cRow;
            c5a.add(0f).intoArray(c, to);
            c5b.add(0f).intoArray(c, to + lanes);
            c5c.add(0f).intoArray(c, to + 2 * lanes);
            to += cRow;
            c6a.add(0f).intoArray(c, to);
            c6b.add(0f).intoArray(c, to + lanes);
            c6c.add(0f).intoArray(c, to + 2 * lanes);
        }
    }
}
