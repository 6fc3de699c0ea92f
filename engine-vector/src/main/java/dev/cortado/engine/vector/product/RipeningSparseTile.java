package dev.cortado.engine.vector.product;

/// A sparse tile that lets another do its work until the compiler has taken it. What it computes to be tasted, some steps of one panel after the other, goes nowhere.
final class RipeningSparseTile implements Ripening {
    private final SparseTile tile;
    private final SparseTile standIn;
    private final Ripeness ripeness;
    private final int width;
    private final float[] nowhere;

    RipeningSparseTile(SparseTile tile, SparseTile standIn, Ripeness ripeness) {
        this.tile = tile;
        this.standIn = standIn;
        this.ripeness = ripeness;
        width = tile.width();
        nowhere = new float[SparseTile.ROWS * width];
    }

    @Override
    public boolean isRipe() {
        return ripeness.isRipe();
    }

    /// As [SparseTile#multiply]. (For a taste a panel's count is a lower one.)
    void multiply(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow,
                  int[] steps, int room, int[] counts, int first, int end, int lastRow) {
        int panel = first;
        for (; panel < end && !ripeness.isRipe(); panel++) {
            taste(a, aOffset, aRow, aStep, b, bOffset, start, startOffset, startRow, steps, room, counts, panel, lastRow);
            standIn.multiply(a, aOffset, aRow, aStep, b, bOffset, start, startOffset, startRow, c, cOffset, cRow, steps, room, counts, panel, panel + 1, lastRow);
        }
        if (panel < end) {
            tile.multiply(a, aOffset, aRow, aStep, b, bOffset, start, startOffset, startRow, c, cOffset, cRow, steps, room, counts, panel, end, lastRow);
        }
    }

    private void taste(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] start, int startOffset, int startRow,
                       int[] steps, int room, int[] counts, int panel, int lastRow) {
        int nowhereAt = -Math.min(panel * SparseTile.ROWS, lastRow) * width;
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            tile.multiply(a, aOffset, aRow, aStep, b, bOffset, start, startOffset, startRow, nowhere, nowhereAt, width, steps, room, counts, panel, panel, lastRow);
        }
        int count = counts[panel], tasted = Math.min(count, ripeness.appetite());
        if (tasted > 0) {
            counts[panel] = tasted;
            long before = System.nanoTime();
            tile.multiply(a, aOffset, aRow, aStep, b, bOffset, start, startOffset, startRow, nowhere, nowhereAt, width, steps, room, counts, panel, panel + 1, lastRow);
            ripeness.tasted(tasted, before);
            counts[panel] = count;
        }
    }
}
