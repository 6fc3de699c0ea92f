package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Four rows by three vectors, for 16 registers: the loop of [SparseTile] with 12 sums. The rows of B are a constant apart, as wide as the tile.
final class LowSparseTile4x3 implements SparseTile {
    private static final VectorSpecies<Float> S = Species.FLOATS;

    @Override
    public int vectors() {
        return 3;
    }

    @Override
    public void multiply(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, int bStep,
                         float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int[] steps, int first, int end) {
        if (end < first) {
            return;
        }
        int lanes = S.length();
        int a1 = aOffset + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        FloatVector c0a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c0b = FloatVector.fromArray(S, start, startOffset + lanes);
        FloatVector c0c = FloatVector.fromArray(S, start, startOffset + 2 * lanes);
        startOffset += startRow;
        FloatVector c1a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c1b = FloatVector.fromArray(S, start, startOffset + lanes);
        FloatVector c1c = FloatVector.fromArray(S, start, startOffset + 2 * lanes);
        startOffset += startRow;
        FloatVector c2a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c2b = FloatVector.fromArray(S, start, startOffset + lanes);
        FloatVector c2c = FloatVector.fromArray(S, start, startOffset + 2 * lanes);
        startOffset += startRow;
        FloatVector c3a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c3b = FloatVector.fromArray(S, start, startOffset + lanes);
        FloatVector c3c = FloatVector.fromArray(S, start, startOffset + 2 * lanes);
        for (int p = first; p < end; p++) {
            int step = steps[p];
            int at = step * aStep;
            int bAt = bOffset + step * 3 * lanes;
            FloatVector rightA = FloatVector.fromArray(S, b, bAt);
            FloatVector rightB = FloatVector.fromArray(S, b, bAt + lanes);
            FloatVector rightC = FloatVector.fromArray(S, b, bAt + 2 * lanes);
            FloatVector left0 = FloatVector.broadcast(S, a[aOffset + at]);
            c0a = left0.fma(rightA, c0a);
            c0b = left0.fma(rightB, c0b);
            c0c = left0.fma(rightC, c0c);
            FloatVector left1 = FloatVector.broadcast(S, a[a1 + at]);
            c1a = left1.fma(rightA, c1a);
            c1b = left1.fma(rightB, c1b);
            c1c = left1.fma(rightC, c1c);
            FloatVector left2 = FloatVector.broadcast(S, a[a2 + at]);
            c2a = left2.fma(rightA, c2a);
            c2b = left2.fma(rightB, c2b);
            c2c = left2.fma(rightC, c2c);
            FloatVector left3 = FloatVector.broadcast(S, a[a3 + at]);
            c3a = left3.fma(rightA, c3a);
            c3b = left3.fma(rightB, c3b);
            c3c = left3.fma(rightC, c3c);
        }
        c0a.add(0f).intoArray(c, cOffset);
        c0b.add(0f).intoArray(c, cOffset + lanes);
        c0c.add(0f).intoArray(c, cOffset + 2 * lanes);
        cOffset += cRow;
        c1a.add(0f).intoArray(c, cOffset);
        c1b.add(0f).intoArray(c, cOffset + lanes);
        c1c.add(0f).intoArray(c, cOffset + 2 * lanes);
        cOffset += cRow;
        c2a.add(0f).intoArray(c, cOffset);
        c2b.add(0f).intoArray(c, cOffset + lanes);
        c2c.add(0f).intoArray(c, cOffset + 2 * lanes);
        cOffset += cRow;
        c3a.add(0f).intoArray(c, cOffset);
        c3b.add(0f).intoArray(c, cOffset + lanes);
        c3c.add(0f).intoArray(c, cOffset + 2 * lanes);
    }
}
