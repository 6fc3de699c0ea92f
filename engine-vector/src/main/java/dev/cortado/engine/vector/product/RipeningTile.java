package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;


/// A tile that lets plain loops do its work until the compiler has taken it. Cutting k in two changes no bit: between the parts the sums rest in C, exactly.
final class RipeningTile {
    /// Rows of C in registers.
    final int rows;
    /// Columns of C in registers.
    final int reach;
    private final Tile tile;
    private final Ripeness ripeness;
    private final AllSteps all = new AllSteps();

    RipeningTile(Tile tile, Ripeness ripeness) {
        this.tile = tile;
        this.ripeness = ripeness;
        rows = tile.rows();
        reach = tile.vectors() * Species.FLOATS.length();
    }

    /// As [Tile#multiply].
    void multiply(float[] a, int aOffset, int aStride, float[] b, int bOffset, int bStep,
                  float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int k, int strips, int bStrip) {
        if (ripeness.isRipe()) {
            tile.multiply(a, aOffset, aStride, b, bOffset, bStep, start, startOffset, startRow, c, cOffset, cRow, k, strips, bStrip);
        } else {
            taste(a, aOffset, aStride, b, bOffset, bStep, start, startOffset, startRow, c, cOffset, cRow, k, strips, bStrip);
        }
    }

    /// A little of the first strip's k with vectors, the rest without.
    private void taste(float[] a, int aOffset, int aStride, float[] b, int bOffset, int bStep,
                       float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int k, int strips, int bStrip) {
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            tile.multiply(a, aOffset, aStride, b, bOffset, bStep, start, startOffset, startRow, c, cOffset, cRow, k, 0, bStrip);
        }
        int tasted = Math.min(k, ripeness.appetite());
        if (tasted > 0) {
            long before = System.nanoTime();
            tile.multiply(a, aOffset, aStride, b, bOffset, bStep, start, startOffset, startRow, c, cOffset, cRow, tasted, 1, bStrip);
            ripeness.tasted(tasted, before);
            PlainTile.multiply(rows, reach, a, aOffset, 1, aStride, b, bOffset, bStep, c, cOffset, cRow, c, cOffset, cRow, all.atLeast(k), tasted, k, 1, bStrip);
        }
        int done = tasted > 0 ? 1 : 0;
        PlainTile.multiply(rows, reach, a, aOffset, 1, aStride, b, bOffset + done * bStrip, bStep, start, startOffset + done * reach, startRow,
                c, cOffset + done * reach, cRow, all.atLeast(k), 0, k, strips - done, bStrip);
    }
}
