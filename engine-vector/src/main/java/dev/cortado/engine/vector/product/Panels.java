package dev.cortado.engine.vector.product;

/// The rows of a block of A, cut into panels as high as tiles are: of 12 or 13 rows for high tiles, or of 8 where those come out even, or of 12 at most if they are
/// deep; of two tiles for low ones.
final class Panels {
    private final Tiles tiles;
    private int rows;
    private int count;
    private boolean deep;

    Panels(Tiles tiles) {
        this.tiles = tiles;
    }

    /// The most rows of a panel.
    int most(boolean deep) {
        return deep ? tiles.deepStrip.rows : tiles.panelRows;
    }

    /// The tile that computes strips of a panel.
    RipeningTile strip(int panel) {
        return deep ? tiles.deepStrip : tiles.strip(height(panel));
    }

    /// @param deep whether they are for [Tiles#deepStrip]
    void cut(int rows, boolean deep) {
        this.rows = rows;
        this.deep = deep;
        count = Math.ceilDiv(rows, most(deep));
        if (!deep && tiles.high && rows < 12 * count && rows % 8 == 0) {
            count = rows / 8;
        }
    }

    int rows() {
        return rows;
    }

    int count() {
        return count;
    }

    /// Where a panel begins. High ones are made equally high; the rows of low ones make whole tiles.
    int row(int panel) {
        if (panel == 0 || panel == count) {
            return panel == 0 ? 0 : rows;
        }
        return tiles.high ? rows * panel / count : panel * tiles.panelRows;
    }

    int height(int panel) {
        return row(panel + 1) - row(panel);
    }

    /// How many rows are packed for a panel.
    int packedRows(int panel) {
        return row(panel + 1) - packedRow(panel);
    }

    /// The first row that is packed for a panel: a high tile's rows, if there are so many.
    int packedRow(int panel) {
        return tiles.high ? Math.max(0, row(panel + 1) - strip(panel).rows) : row(panel);
    }
}
