package dev.cortado.engine.vector.product;

import java.util.function.Supplier;

/// A strip tile, with plain loops until it is ripe, and [copies of it][FittedTiles].
final class StripTiles {
    /// Rows of C in registers.
    final int rows;
    private final FittedTiles<RipeningStripTile> fitted;

    StripTiles(StripTile tile, Supplier<Ripeness> ripeness, Supplier<Ripeness> ripenessOfCopies) {
        rows = tile.rows();
        RipeningStripTile general = new RipeningStripTile(tile, new PlainStripTile(rows), ripeness.get());
        fitted = new FittedTiles<>(general, strides -> strides.fit(StripTile.class, tile).map(copy -> new RipeningStripTile(copy, tile, ripenessOfCopies.get())));
    }

    /// As [StripTile#multiply].
    void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int k, int columns) {
        fitted.forStrides(aRow, bStep, cRow, (long) m * k * columns).multiply(a, aOffset, aRow, b, bOffset, bStep, c, cOffset, cRow, m, k, columns);
    }
}
