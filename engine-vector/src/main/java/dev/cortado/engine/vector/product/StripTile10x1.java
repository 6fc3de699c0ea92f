package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// Ten rows by one vector at a time, for 16 registers and for 32: the loop of [StripTile] with 10 sums.
///
/// Columns that are less than a vector are read as one, and with them what follows in B, while there is something.
final class StripTile10x1 implements StripTile {
    private static final VectorSpecies<Float> S = Species.FLOATS;
    private static final @Nullable Strides STRIDES = Strides.of(MethodHandles.lookup());

    @Override
    public int rows() {
        return 10;
    }

    @Override
    public void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int k, int columns) {
        if (m == 0) {
            return;
        }
        if (STRIDES != null) {
            aRow = STRIDES.a();
            bStep = STRIDES.b();
            cRow = STRIDES.c();
        }
        int lanes = S.length();
        VectorMask<Float> wanted = S.indexInRange(0, columns);
        int whole = columns == lanes ? k : Math.clamp(Math.floorDiv(b.length - lanes - bOffset, bStep) + 1, 0, k);
        for (int next = 0; next < m; next += 10) {
            int row = Math.min(next, m - 10);
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
            FloatVector c0 = FloatVector.zero(S);
            FloatVector c1 = FloatVector.zero(S);
            FloatVector c2 = FloatVector.zero(S);
            FloatVector c3 = FloatVector.zero(S);
            FloatVector c4 = FloatVector.zero(S);
            FloatVector c5 = FloatVector.zero(S);
            FloatVector c6 = FloatVector.zero(S);
            FloatVector c7 = FloatVector.zero(S);
            FloatVector c8 = FloatVector.zero(S);
            FloatVector c9 = FloatVector.zero(S);
            for (int p = 0, bAt = bOffset; p < whole; p++, bAt += bStep) {
                FloatVector right = FloatVector.fromArray(S, b, bAt);
                FloatVector left0 = FloatVector.broadcast(S, a[a0 + p]);
                c0 = left0.fma(right, c0);
                FloatVector left1 = FloatVector.broadcast(S, a[a1 + p]);
                c1 = left1.fma(right, c1);
                FloatVector left2 = FloatVector.broadcast(S, a[a2 + p]);
                c2 = left2.fma(right, c2);
                FloatVector left3 = FloatVector.broadcast(S, a[a3 + p]);
                c3 = left3.fma(right, c3);
                FloatVector left4 = FloatVector.broadcast(S, a[a4 + p]);
                c4 = left4.fma(right, c4);
                FloatVector left5 = FloatVector.broadcast(S, a[a5 + p]);
                c5 = left5.fma(right, c5);
                FloatVector left6 = FloatVector.broadcast(S, a[a6 + p]);
                c6 = left6.fma(right, c6);
                FloatVector left7 = FloatVector.broadcast(S, a[a7 + p]);
                c7 = left7.fma(right, c7);
                FloatVector left8 = FloatVector.broadcast(S, a[a8 + p]);
                c8 = left8.fma(right, c8);
                FloatVector left9 = FloatVector.broadcast(S, a[a9 + p]);
                c9 = left9.fma(right, c9);
            }
            for (int p = whole, bAt = bOffset + whole * bStep; p < k; p++, bAt += bStep) {
                FloatVector right = FloatVector.fromArray(S, b, bAt, wanted);
                FloatVector left0 = FloatVector.broadcast(S, a[a0 + p]);
                c0 = left0.fma(right, c0);
                FloatVector left1 = FloatVector.broadcast(S, a[a1 + p]);
                c1 = left1.fma(right, c1);
                FloatVector left2 = FloatVector.broadcast(S, a[a2 + p]);
                c2 = left2.fma(right, c2);
                FloatVector left3 = FloatVector.broadcast(S, a[a3 + p]);
                c3 = left3.fma(right, c3);
                FloatVector left4 = FloatVector.broadcast(S, a[a4 + p]);
                c4 = left4.fma(right, c4);
                FloatVector left5 = FloatVector.broadcast(S, a[a5 + p]);
                c5 = left5.fma(right, c5);
                FloatVector left6 = FloatVector.broadcast(S, a[a6 + p]);
                c6 = left6.fma(right, c6);
                FloatVector left7 = FloatVector.broadcast(S, a[a7 + p]);
                c7 = left7.fma(right, c7);
                FloatVector left8 = FloatVector.broadcast(S, a[a8 + p]);
                c8 = left8.fma(right, c8);
                FloatVector left9 = FloatVector.broadcast(S, a[a9 + p]);
                c9 = left9.fma(right, c9);
            }
            int to = cOffset + row * cRow;
            c0.add(0f).intoArray(c, to, wanted);
            to += cRow;
            c1.add(0f).intoArray(c, to, wanted);
            to += cRow;
            c2.add(0f).intoArray(c, to, wanted);
            to += cRow;
            c3.add(0f).intoArray(c, to, wanted);
            to += cRow;
            c4.add(0f).intoArray(c, to, wanted);
            to += cRow;
            c5.add(0f).intoArray(c, to, wanted);
            to += cRow;
            c6.add(0f).intoArray(c, to, wanted);
            to += cRow;
            c7.add(0f).intoArray(c, to, wanted);
            to += cRow;
            c8.add(0f).intoArray(c, to, wanted);
            to += cRow;
            c9.add(0f).intoArray(c, to, wanted);
        }
    }
}
