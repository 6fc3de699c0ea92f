package dev.cortado.engine.vector.product;

import jdk.incubator.vector.FloatVector;

/// A tile that lets plain loops do its work until the compiler has taken it. Cutting k in two changes no bit: between the parts the sums rest in C, exactly.
final class RipeningTile implements Tile {
    private final Tile tile;
    private final int width;
    private final Ripeness ripeness;

    RipeningTile(Tile tile, Ripeness ripeness) {
        this.tile = tile;
        this.ripeness = ripeness;
        width = tile.vectors() * FloatVector.SPECIES_PREFERRED.length();
    }

    @Override
    public int rows() {
        return tile.rows();
    }

    @Override
    public int vectors() {
        return tile.vectors();
    }

    @Override
    public void multiply(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, int bStep,
                         float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int k, int strips, int bStrip) {
        if (ripeness.isRipe()) {
            tile.multiply(a, aOffset, aRow, aStep, b, bOffset, bStep, start, startOffset, startRow, c, cOffset, cRow, k, strips, bStrip);
        } else {
            taste(a, aOffset, aRow, aStep, b, bOffset, bStep, start, startOffset, startRow, c, cOffset, cRow, k, strips, bStrip);
        }
    }

    /// A little of the first strip's k with vectors, the rest without.
    private void taste(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, int bStep,
                       float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow, int k, int strips, int bStrip) {
        int tasted = Math.min(k, ripeness.appetite());
        if (tasted > 0) {
            long before = System.nanoTime();
            tile.multiply(a, aOffset, aRow, aStep, b, bOffset, bStep, start, startOffset, startRow, c, cOffset, cRow, tasted, 1, bStrip);
            ripeness.tasted(tasted, before);
            PlainTile.multiply(tile.rows(), width, a, aOffset + tasted * aStep, aRow, aStep, b, bOffset + tasted * bStep, bStep,
                    c, cOffset, cRow, c, cOffset, cRow, k - tasted, 1, bStrip);
        }
        int done = tasted > 0 ? 1 : 0;
        PlainTile.multiply(tile.rows(), width, a, aOffset, aRow, aStep, b, bOffset + done * bStrip, bStep, start, startOffset + done * width, startRow,
                c, cOffset + done * width, cRow, k, strips - done, bStrip);
    }
}
