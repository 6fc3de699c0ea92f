package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Twelve rows by two vectors where both A and B are packed, for 32 registers: the loop of [Tile] with 24 sums.
///
/// Steps of k are a constant apart: so the compiler takes all range checks out of the loop, and needs fewer registers for what stands around the multiplications. (On
/// Sapphire Rapids that makes it a twentieth to a tenth quicker.) The loop over strips has a method of its own, or else it would take those registers again.
/// Without range checks between them the broadcasts may come early, which at times left no registers for 26 sums.
final class HighPanelTile12x2 implements Tile {
    private static final VectorSpecies<Float> S = Species.FLOATS;
    private static final int PANEL_ROWS = Tiles.HIGH_PANEL_ROWS;

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
        if (strips == 0) {
            // Whoever asks for nothing wants this to be compiled.
            strip(a, aOffset, b, bOffset, start, startOffset, startRow, c, cOffset, cRow, -1);
        }
        int width = 2 * S.length();
        for (int strip = 0; strip < strips; strip++) {
            strip(a, aOffset, b, bOffset + strip * bStrip, start, startOffset + strip * width, startRow, c, cOffset + strip * width, cRow, k);
        }
    }

    private static void strip(float[] a, int aOffset, float[] b, int bOffset, float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int k) {
        if (k < 0) {
            return;
        }
        int lanes = S.length();
        FloatVector c0a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c0b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c1a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c1b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c2a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c2b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c3a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c3b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c4a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c4b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c5a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c5b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c6a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c6b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c7a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c7b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c8a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c8b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c9a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c9b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c10a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c10b = FloatVector.fromArray(S, start, startOffset + lanes);
        startOffset += startRow;
        FloatVector c11a = FloatVector.fromArray(S, start, startOffset);
        FloatVector c11b = FloatVector.fromArray(S, start, startOffset + lanes);
        for (int p = 0, at = aOffset, bAt = bOffset; p < k; p++, at += PANEL_ROWS, bAt += 2 * lanes) {
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
        c0a.add(0f).intoArray(c, cOffset);
        c0b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c1a.add(0f).intoArray(c, cOffset);
        c1b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c2a.add(0f).intoArray(c, cOffset);
        c2b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c3a.add(0f).intoArray(c, cOffset);
        c3b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c4a.add(0f).intoArray(c, cOffset);
        c4b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c5a.add(0f).intoArray(c, cOffset);
        c5b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c6a.add(0f).intoArray(c, cOffset);
        c6b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c7a.add(0f).intoArray(c, cOffset);
        c7b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c8a.add(0f).intoArray(c, cOffset);
        c8b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c9a.add(0f).intoArray(c, cOffset);
        c9b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c10a.add(0f).intoArray(c, cOffset);
        c10b.add(0f).intoArray(c, cOffset + lanes);
        cOffset += cRow;
        c11a.add(0f).intoArray(c, cOffset);
        c11b.add(0f).intoArray(c, cOffset + lanes);
    }
}
