package dev.cortado.engine.vector.product;

import java.lang.ref.WeakReference;

/// A copy of a part of a matrix, for a tile to read, that begins at a cache line. Where that is, is found again when the garbage collector may have moved the copy, which an object
/// shows that nobody holds.
final class AlignedFloats {
    private final CacheLines lines;
    private float[] array = {};
    private int offset;
    private WeakReference<Object> sinceCollection = new WeakReference<>(null);

    AlignedFloats(CacheLines lines) {
        this.lines = lines;
    }

    /// Makes room for so many floats, which forgets those that were here, and finds out where they are to begin.
    void room(int floats) {
        if (array.length < floats + CacheLines.FLOATS) {
            array = new float[floats + CacheLines.FLOATS];
            sinceCollection.clear();
        }
        if (sinceCollection.refersTo(null)) {
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
            sinceCollection = new WeakReference<>(new Object());
        }
    }
}
