package dev.cortado.engine.vector.product;

/// B of a product, where it lies, and a block of it packed into strips as wide as a tile, each contiguous along k.
final class RightMatrix {
    private final Packing packing;
    private final int lanes;
    private final int width;

    private float[] array = {};
    private int offset;
    private int stride;
    private boolean transposed;

    private final AlignedFloats packed;
    private boolean packs;
    private int firstStep;
    private int depth;
    private int left;

    RightMatrix(Packing packing, AlignedFloats packed, int lanes, int width) {
        this.packing = packing;
        this.packed = packed;
        this.lanes = lanes;
        this.width = width;
    }

    void rows(float[] array, int offset, int stride) {
        at(array, offset, stride, false);
    }

    void columns(float[] array, int offset, int stride) {
        at(array, offset, stride, true);
    }

    private void at(float[] array, int offset, int stride, boolean transposed) {
        this.array = array;
        this.offset = offset;
        this.stride = stride;
        this.transposed = transposed;
    }

    /// Whether a tile can read only a packed copy: of a transposed matrix, or where a strip would reach beyond the array. (In rows before the last it may read on into the next.)
    boolean mustBePacked(int columns, int k) {
        return transposed || (columns < width && offset + (k - 1) * stride + (columns > lanes ? width : lanes) > array.length);
    }

    /// Whether rows of k lie as a tile reads them.
    boolean rowsApart() {
        return !transposed;
    }

    /// Begins a block of steps of k and of columns, and packs it if told so.
    void begin(int firstStep, int depth, int left, int right, boolean packs) {
        this.firstStep = firstStep;
        this.depth = depth;
        this.left = left;
        this.packs = packs;
        if (packs) {
            pack(right);
        }
    }

    private void pack(int right) {
        packed.room(depth * (right - left + width) + width);
        int strips = transposed ? 0 : (right - left) / width;
        packing.copyStrips(array, lies(left), stride, depth, strips, packed.array(), packed.offset());
        for (int column = left + strips * width; column < right; column += width) {
            int columns = Math.min(width, right - column);
            int step = columns > lanes ? width : lanes;
            for (int vector = 0; vector < columns; vector += lanes) {
                pack(column + vector, Math.min(lanes, columns - vector), at(column) + vector, step);
            }
        }
    }

    private void pack(int column, int columns, int to, int step) {
        if (transposed) {
            packing.transpose(array, offset + column * stride + firstStep, stride, columns, depth, packed.array(), to, step);
        } else {
            packing.copy(array, lies(column), stride, depth, columns, packed.array(), to, step);
        }
    }

    /// What a tile reads.
    float[] array() {
        return packs ? packed.array() : array;
    }

    /// Where a strip begins in [#array()].
    int at(int column) {
        return packs ? packed.offset() + (column - left) * depth : lies(column);
    }

    /// The distance of two steps of k in a strip of so many columns.
    int step(int columns) {
        return packs ? columns : stride;
    }

    /// The distance of two strips.
    int strip() {
        return packs ? depth * width : width;
    }

    /// The matrix itself, packed or not.
    float[] itself() {
        return array;
    }

    /// Where a column begins in [#itself()].
    int lies(int column) {
        return offset + firstStep * stride + column;
    }

    int stride() {
        return stride;
    }
}
