package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.util.function.Supplier;

/// The tiles for this machine's vectors, and the sizes of the blocks that go with them.
///
/// Each tile must be compiled before it is quick, so there are few. With 16 registers (vectors of 8 or 4 lanes) a tile is *low*: five rows of two vectors, ten sums,
/// enough to hide the latency of an FMA; more spill. It reads both operands packed. With 32 registers (16 lanes) tiles are *high*: 13 rows of two
/// vectors, or 12 so that 50, 64, 128, 256 and 784 rows come out even, or 8 for what is small. What is all packed, and deep, has a tile of its own.
final class Tiles {
    /// How far steps of k of a packed A lie apart for high tiles.
    static final int HIGH_PANEL_ROWS = 13;
    /// Steps of k from which on what a deep strip takes at its beginning is always repaid. (Between 100 and 300 it is in a product by itself, but not in a training on two
    /// threads, where the compiler, which is early then, spends registers badly on it.)
    private static final int DEEP = 300;

    final int lanes = Species.FLOATS.length();
    final boolean high = lanes >= 16;
    final int width = 2 * lanes;
    /// The most rows of A that lie side by side when packed: two low tiles, or a high one.
    final int panelRows = high ? HIGH_PANEL_ROWS : 10;
    /// The longest part of k summed in one go: C is visited once for each part. A panel of A is to stay in the nearest cache (20 or 27 of at least 32 KB).
    final int depth = 520;
    /// Floats of B that meet one panel of A after the other: they come from the second cache as quickly as from the nearest, and so C's rows are visited in longer pieces.
    final int nearFloats = high ? 1 << 16 : 1 << 15;
    /// Floats of A that every strip of B meets: a part of the second cache.
    final int blockFloats = high ? 1 << 17 : 1 << 15;
    /// The tiles of a [TurnedEdge], for an A where it lies and for a packed one.
    final RipeningTile turned;
    final RipeningTile turnedPanel;
    /// The tile for strips of a packed A and B that are deep; of its rows a panel has no more.
    final RipeningTile deepStrip;
    private final RipeningTile[] strips;
    private final RipeningTile[] edges;

    Tiles(Supplier<Ripeness> ripeness) {
        turned = new RipeningTile(new HighTile4x4(), ripeness.get());
        turnedPanel = new RipeningTile(new HighTile4x1(), ripeness.get());
        edges = byRows(new RipeningTile(high ? new HighTile13x1() : new LowTile10x1(), ripeness.get()));
        if (high) {
            strips = byRows(new RipeningTile(new HighTile8x2(), ripeness.get()), new RipeningTile(new HighTile12x2(), ripeness.get()), new RipeningTile(new HighTile13x2(), ripeness.get()));
        } else {
            strips = byRows(new RipeningTile(new LowTile5x2(), ripeness.get().thoroughly()));
        }
        deepStrip = new RipeningTile(new HighPanelTile12x2(), ripeness.get().thoroughly());
    }

    /// For each number of rows the lowest tile that has as many, or the highest of all.
    private static RipeningTile[] byRows(RipeningTile... ascending) {
        RipeningTile highest = ascending[ascending.length - 1];
        RipeningTile[] tiles = new RipeningTile[highest.rows + 1];
        for (int rows = 0, next = 0; rows < tiles.length; rows++) {
            next += rows > ascending[next].rows ? 1 : 0;
            tiles[rows] = ascending[next];
        }
        return tiles;
    }

    /// The tile for strips of so many rows: it may have more, or fewer.
    RipeningTile strip(int rows) {
        return of(strips, rows);
    }

    /// The tile of one vector for so many rows, or more.
    RipeningTile edge(int rows) {
        return of(edges, rows);
    }

    private static RipeningTile of(RipeningTile[] tiles, int rows) {
        return tiles[Math.min(rows, tiles.length - 1)];
    }

    /// Whether packed operands of so many rows and steps of k are for [#deepStrip].
    boolean isDeep(int rows, int k) {
        return high && k >= DEEP && rows > strips[1].rows;
    }

    /// Whether B is packed: low tiles want it so; for high ones it is repaid where B is large and many rows meet it.
    boolean packsB(int m, int n, int k) {
        return !high || (m >= 64 && (long) k * n > 1 << 14);
    }

    /// Whether A is packed, if its steps of k are contiguous along the rows. High tiles read it well enough where it lies, unless everything is large.
    boolean packsColumns(int n, boolean packsB) {
        return high ? n >= 256 && packsB : n >= 128;
    }
}
