package dev.cortado.engine.vector.product;

import java.util.function.Supplier;

/// A sparse tile, with plain loops until it is ripe, and [copies of it][FittedTiles]; with it who copies its strips of B.
final class SparseTiles {
    /// Columns of C in registers.
    final int width;
    final FiniteStrips copier;
    private final FittedTiles<RipeningSparseTile> fitted;

    SparseTiles(SparseTile tile, Supplier<Ripeness> ripeness) {
        width = tile.width();
        copier = new FiniteStrips(ripeness.get(), width);
        RipeningSparseTile general = new RipeningSparseTile(tile, new PlainSparseTile(tile.vectors()), ripeness.get().thoroughly());
        fitted = new FittedTiles<>(general, strides -> strides.fit(SparseTile.class, tile).map(copy -> new RipeningSparseTile(copy, tile, ripeness.get().thoroughly())));
    }

    /// As [SparseTile#multiply].
    void multiply(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] start, int startOffset, int startRow, float[] c, int cOffset, int cRow,
                  int[] steps, int room, int[] counts, int first, int end, int lastRow) {
        fitted.forStrides(aRow, aStep, 0, multiplications(counts, first, end))
                .multiply(a, aOffset, aRow, aStep, b, bOffset, start, startOffset, startRow, c, cOffset, cRow, steps, room, counts, first, end, lastRow);
    }

    private long multiplications(int[] counts, int first, int end) {
        long steps = 0;
        for (int panel = first; panel < end; panel++) {
            steps += counts[panel];
        }
        return steps * SparseTile.ROWS * width;
    }
}
