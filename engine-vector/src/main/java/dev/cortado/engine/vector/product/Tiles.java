package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.product.TileShape.Lanes;
import dev.cortado.engine.vector.product.TileShape.Layout;
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
    final int rows = lanes >= 16 ? 13 : lanes >= 8 ? 5 : 4;
    final int edgeRows = lanes >= 16 ? 13 : 10;
    /// The longest part of k summed in one go: low tiles need a strip of B to stay in the nearest cache for all rows.
    final int depth = lanes >= 16 ? 800 : 256;
    /// Floats of B that are kept in the nearest cache, beside a tile's rows of A.
    final int nearFloats = 5 << 10;
    /// Floats of A that every strip of B meets: a part of the second cache.
    final int blockFloats = lanes >= 16 ? 1 << 16 : 1 << 15;
    private final Tile[] known = new Tile[8 * (Math.max(rows, edgeRows) + 1)];

    /// Whether packing B is repaid: where it is large and many rows meet it. Low tiles also suffer where the rows of B are a multiple of a few lines apart, which
    /// leaves a strip only a few sets of the nearest cache.
    boolean packsB(int m, int n, int k) {
        boolean large = (long) k * n > 1 << 17;
        return lanes >= 16 ? m >= 256 && large : m >= 100 && (large || n % 64 == 0);
    }

    /// Whether packing A is repaid: where many columns meet it. High tiles read columns of A well enough where they lie, unless everything is large.
    boolean packsA(int n, Layout layout, boolean packsB) {
        return lanes >= 16 ? n >= 256 && (packsB || layout == Layout.ROWS) : n >= 128;
    }

    /// A tile of whole strips, or of one strip with overlapping vectors.
    Tile strip(int rows, Layout layout, Lanes written) {
        return tile(rows, vectors, layout, written);
    }

    /// A tile of one vector.
    Tile edge(int rows, Layout layout, Lanes written) {
        return tile(rows, 1, layout, written);
    }

    private Tile tile(int rows, int vectors, Layout layout, Lanes written) {
        int index = 8 * rows + 4 * (layout == Layout.ROWS ? 0 : 1) + switch (written) {
            case ALL -> 0;
            case BLENDED -> 1;
            case MASKED -> 2;
            case OVERLAPPING -> 3;
        };
        Tile tile = known[index];
        if (tile == null) {
            tile = WRITTEN.computeIfAbsent(new TileShape(rows, vectors, layout, written), shape -> TileWriter.write(shape, lanes));
            known[index] = tile;
        }
        return tile;
    }
}
