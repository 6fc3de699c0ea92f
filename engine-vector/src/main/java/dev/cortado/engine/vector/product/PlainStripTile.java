package dev.cortado.engine.vector.product;

/// The work of a [StripTile] without vectors, for as many rows at a time.
record PlainStripTile(int rows, AllSteps all) implements StripTile {
    PlainStripTile(int rows) {
        this(rows, new AllSteps());
    }

    @Override
    public void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int k, int columns) {
        PlainTile.multiply(m, columns, a, aOffset, aRow, b, bOffset, bStep, c, cOffset, cRow, all.atLeast(k), k);
    }
}
