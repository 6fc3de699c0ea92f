package dev.cortado.engine.vector.product;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jdk.incubator.vector.FloatVector;

/// The tiles for this machine's vectors, and how many rows and vectors they should have.
///
/// Measured: with 32 registers 13 rows of two vectors, with 16 registers 5 rows of two (six already spill). An edge has one vector and so takes more rows, that
/// enough independent sums are under way to hide the latency of an FMA.
final class Tiles {
    /// Written tiles belong to the process, as the code compiled from them does: a second engine would otherwise wait for the compiler again. There are at
    /// most as many as shapes, a few dozen.
    private static final ConcurrentMap<TileShape, Tile> WRITTEN = new ConcurrentHashMap<>();

    final int lanes = FloatVector.SPECIES_PREFERRED.length();
    final int vectors = 2;
    final int rows = lanes >= 16 ? 13 : 5;
    final int edgeRows = lanes >= 16 ? 13 : 10;
    private final Tile[] known = new Tile[4 * (Math.max(rows, edgeRows) + 1)];

    Tile whole(int rows, TileShape.Layout layout) {
        return tile(rows, vectors, layout);
    }

    Tile edge(int rows, TileShape.Layout layout) {
        return tile(rows, 1, layout);
    }

    private Tile tile(int rows, int vectors, TileShape.Layout layout) {
        int index = 4 * rows + (layout == TileShape.Layout.ROWS ? 0 : 2) + vectors - 1;
        Tile tile = known[index];
        if (tile == null) {
            tile = WRITTEN.computeIfAbsent(new TileShape(rows, vectors, layout), shape -> TileWriter.write(shape, lanes));
            known[index] = tile;
        }
        return tile;
    }
}
