package dev.cortado.engine.vector.product;

/// The work of a [SparseTile] without vectors, for as many columns at a time.
record PlainSparseTile(int vectors) implements SparseTile {
    @Override
    public void multiply(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow,
                         int[] steps, int room, int[] counts, int first, int end, int lastRow) {
        for (int panel = first; panel < end; panel++) {
            int row = Math.min(panel * ROWS, lastRow), list = panel * room;
            PlainTile.multiply(ROWS, width(), a, aOffset + row * aRow, aRow, aStep, b, bOffset, width(), start, startOffset + row * startRow, startRow,
                    c, cOffset + row * cRow, cRow, steps, list, list + counts[panel], 1, 0);
        }
    }
}
