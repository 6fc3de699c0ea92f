package dev.cortado.engine.vector.product;

/// A of a product, where it lies, and a block of it packed into panels for the tiles: the rows of a panel side by side, one step of k after the other.
final class LeftMatrix {
    private final Packing packing;
    private final int panelRows;

    private float[] array = {};
    private int offset;
    private int row;
    private int step;

    private float[] packed = {};
    private boolean packs;
    private int depth;
    private int firstRow;
    private int firstStep;

    /// @param panelRows the most rows of a panel
    LeftMatrix(Packing packing, int panelRows) {
        this.packing = packing;
        this.panelRows = panelRows;
    }

    void rows(float[] array, int offset, int stride) {
        at(array, offset, stride, 1);
    }

    void columns(float[] array, int offset, int stride) {
        at(array, offset, 1, stride);
    }

    private void at(float[] array, int offset, int row, int step) {
        this.array = array;
        this.offset = offset;
        this.row = row;
        this.step = step;
    }

    /// Whether each row is contiguous along k; otherwise each step of k is contiguous along the rows.
    boolean rowsApart() {
        return step == 1;
    }

    /// Begins a block of steps of k and of rows, which is read where it lies unless its panels are packed.
    void begin(int firstStep, int depth, int firstRow, boolean packs) {
        this.firstStep = firstStep;
        this.depth = depth;
        this.firstRow = firstRow;
        this.packs = packs;
    }

    /// Makes room for so many packed panels, and for what a tile reads beyond the last.
    void room(int panels) {
        int floats = (panels + 1) * panelRows * depth + panelRows;
        if (packed.length < floats) {
            packed = new float[floats];
        }
    }

    /// Packs `rows` rows of the block, from `first` on.
    void pack(int panel, int first, int rows) {
        if (step == 1) {
            packing.transpose(array, lies(first), row, rows, depth, packed, panelAt(panel), panelRows);
        } else {
            packing.copy(array, lies(first), step, depth, rows, packed, panelAt(panel), panelRows);
        }
    }

    private int panelAt(int panel) {
        return panel * panel();
    }

    boolean isPacked() {
        return packs;
    }

    /// How far the next packed panel is.
    int panel() {
        return panelRows * depth;
    }

    /// What a tile reads: the packed panel, or the matrix itself.
    float[] array() {
        return packs ? packed : array;
    }

    /// Where a tile begins in [#array()] that computes rows of the block from `first` on; of a packed panel, the rows from `skipped` on.
    int at(int panel, int first, int skipped) {
        return packs ? panelAt(panel) + skipped : lies(first);
    }

    /// Where a row of the block begins in the matrix itself.
    private int lies(int first) {
        return offset + (firstRow + first) * row + firstStep * step;
    }

    /// The distance of two rows.
    int row() {
        return packs ? 1 : row;
    }

    /// The distance of two steps of k.
    int step() {
        return packs ? panelRows : step;
    }
}
