package dev.cortado.engine.vector.product;

/// A copy of a part of a matrix, for a tile to read, that begins at a cache line. Where that is, is found again when the garbage collector may have moved the copy.
final class AlignedFloats {
    private final CacheLines lines;
    private float[] array = {};
    private int offset;
    private final CollectionWatch unmoved = new CollectionWatch();

    AlignedFloats(CacheLines lines) {
        this.lines = lines;
    }

    /// Makes room for so many floats, which forgets those that were here, and finds out where they are to begin.
    void room(int floats) {
        if (array.length < floats + CacheLines.FLOATS) {
            array = new float[floats + CacheLines.FLOATS];
            unmoved.end();
        }
        if (!unmoved.isQuiet()) {
            align();
        }
    }

    /// Where they are.
    float[] array() {
        return array;
    }

    /// Where the first is in [#array()].
    int offset() {
        return offset;
    }

    private void align() {
        int start = lines.start(array);
        if (start >= 0) {
            offset = start;
            unmoved.begin();
        }
    }
}
