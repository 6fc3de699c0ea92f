package dev.cortado.engine.vector.product;

/// A strip tile that lets another do its work until the compiler has taken it. What it computes to be tasted is computed once more: the last steps, which some tiles
/// compute in a loop of their own, and the last rows, whose vectors may reach beyond the end of C, or else the compiler would believe that neither happens, and throw its
/// code away when it does.
final class RipeningStripTile implements Ripening {
    private final StripTile tile;
    private final StripTile standIn;
    private final Ripeness ripeness;

    RipeningStripTile(StripTile tile, StripTile standIn, Ripeness ripeness) {
        this.tile = tile;
        this.standIn = standIn;
        this.ripeness = ripeness;
    }

    @Override
    public boolean isRipe() {
        return ripeness.isRipe();
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
            int above = m - tile.rows();
            tile.multiply(a, aOffset + above * aRow + k - tasted, aRow, b, bOffset + (k - tasted) * bStep, bStep, c, cOffset + above * cRow, cRow, tile.rows(), tasted, columns);
            ripeness.tasted(tasted, before);
        }
        standIn.multiply(a, aOffset, aRow, b, bOffset, bStep, c, cOffset, cRow, m, k, columns);
    }
}
