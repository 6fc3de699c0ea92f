package dev.cortado.engine.vector.product;

/// A strip tile that lets plain loops do its work until the compiler has taken it. What it computes to be tasted is computed once more: the last steps, which some tiles
/// compute in a loop of their own, or else the compiler would believe that this never runs.
final class RipeningStripTile {
    /// Rows of C in registers.
    final int rows;
    private final StripTile tile;
    private final Ripeness ripeness;
    private final AllSteps all = new AllSteps();

    RipeningStripTile(StripTile tile, Ripeness ripeness) {
        this.tile = tile;
        this.ripeness = ripeness;
        rows = tile.rows();
    }

    /// As [StripTile#multiply].
    void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int k, int columns) {
        if (ripeness.isRipe()) {
            tile.multiply(a, aOffset, aRow, b, bOffset, bStep, c, cOffset, cRow, m, k, columns);
            return;
        }
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            tile.multiply(a, aOffset, aRow, b, bOffset, bStep, c, cOffset, cRow, 0, k, columns);
        }
        int tasted = Math.min(k, ripeness.appetite());
        if (tasted > 0) {
            long before = System.nanoTime();
            tile.multiply(a, aOffset + k - tasted, aRow, b, bOffset + (k - tasted) * bStep, bStep, c, cOffset, cRow, rows, tasted, columns);
            ripeness.tasted(tasted, before);
        }
        PlainTile.multiply(m, columns, a, aOffset, aRow, b, bOffset, bStep, c, cOffset, cRow, all.atLeast(k), k);
    }
}
