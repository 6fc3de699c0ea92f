package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// Four rows by three vectors, for 16 registers, or for the last columns with 32: the loop of [SparseTile] with 12 sums.
final class SparseTile4x3 implements SparseTile {
    private static final VectorSpecies<Float> S = Species.FLOATS;
    private static final @Nullable Strides STRIDES = Strides.of(MethodHandles.lookup());

    @Override
    public int vectors() {
        return 3;
    }

    @Override
    public void multiply(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow,
                         int[] steps, int room, int[] counts, int first, int end, int lastRow) {
        if (STRIDES != null) {
            aRow = STRIDES.a();
            aStep = STRIDES.b();
        }
        int lanes = S.length();
        for (int panel = first; panel < end; panel++) {
            int row = Math.min(panel * ROWS, lastRow);
            int a0 = aOffset + row * aRow;
            int from = startOffset + row * startRow;
            FloatVector c0a = FloatVector.fromArray(S, start, from);
            FloatVector c0b = FloatVector.fromArray(S, start, from + lanes);
            FloatVector c0c = FloatVector.fromArray(S, start, from + 2 * lanes);
            from += startRow;
            FloatVector c1a = FloatVector.fromArray(S, start, from);
            FloatVector c1b = FloatVector.fromArray(S, start, from + lanes);
            FloatVector c1c = FloatVector.fromArray(S, start, from + 2 * lanes);
            from += startRow;
            FloatVector c2a = FloatVector.fromArray(S, start, from);
            FloatVector c2b = FloatVector.fromArray(S, start, from + lanes);
            FloatVector c2c = FloatVector.fromArray(S, start, from + 2 * lanes);
            from += startRow;
            FloatVector c3a = FloatVector.fromArray(S, start, from);
            FloatVector c3b = FloatVector.fromArray(S, start, from + lanes);
            FloatVector c3c = FloatVector.fromArray(S, start, from + 2 * lanes);
            for (int p = panel * room, last = p + counts[panel]; p < last; p++) {
                int step = steps[p];
                int at = a0 + step * aStep;
                int bAt = bOffset + step * 3 * lanes;
                FloatVector rightA = FloatVector.fromArray(S, b, bAt);
                FloatVector rightB = FloatVector.fromArray(S, b, bAt + lanes);
                FloatVector rightC = FloatVector.fromArray(S, b, bAt + 2 * lanes);
                FloatVector left0 = FloatVector.broadcast(S, a[at]);
                c0a = left0.fma(rightA, c0a);
                c0b = left0.fma(rightB, c0b);
                c0c = left0.fma(rightC, c0c);
                FloatVector left1 = FloatVector.broadcast(S, a[at + aRow]);
                c1a = left1.fma(rightA, c1a);
                c1b = left1.fma(rightB, c1b);
                c1c = left1.fma(rightC, c1c);
                FloatVector left2 = FloatVector.broadcast(S, a[at + 2 * aRow]);
                c2a = left2.fma(rightA, c2a);
                c2b = left2.fma(rightB, c2b);
                c2c = left2.fma(rightC, c2c);
                FloatVector left3 = FloatVector.broadcast(S, a[at + 3 * aRow]);
                c3a = left3.fma(rightA, c3a);
                c3b = left3.fma(rightB, c3b);
                c3c = left3.fma(rightC, c3c);
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
        }
    }
}
