package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.lang.ref.WeakReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// A copy of a part of a matrix, for a tile to read, that begins at a cache line: a vector that lies across two lines takes two reads.
///
/// Java does not tell where an array lies, and the garbage collector moves it. But the time tells: reading and writing all vectors from one place on is quickest from the
/// place where they lie in lines. It is found again when the collector may have moved the array, which an object shows that nobody holds.
final class AlignedFloats {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final int LINE = 64 / Float.BYTES;
    /// Vectors that are read to see how long it takes, and how often that is done: the best time counts.
    private static final int VECTORS = 256, TRIALS = 3;

    private final Ripeness ripeness;
    private float[] array = {};
    private int offset;
    private WeakReference<Object> sinceCollection = new WeakReference<>(null);

    AlignedFloats(Ripeness ripeness) {
        this.ripeness = ripeness;
    }

    /// Makes room for so many floats, which forgets those that were here, and finds out where they are to begin.
    void room(int floats) {
        if (array.length < floats + LINE) {
            array = new float[floats + LINE];
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
        int vectors = Math.min(VECTORS, (array.length - LINE) / SPECIES.length());
        if (!ripeness.isRipe()) {
            taste(vectors);
            return;
        }
        sinceCollection = new WeakReference<>(new Object());
        long best = Long.MAX_VALUE;
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int place = 0; place < LINE; place++) {
                long start = System.nanoTime();
                rewrite(array, place, vectors);
                long time = System.nanoTime() - start;
                if (time < best) {
                    best = time;
                    offset = place;
                }
            }
        }
    }

    private void taste(int vectors) {
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            rewrite(array, 0, 0);
        }
        int tasted = Math.min(vectors, ripeness.appetite());
        long start = System.nanoTime();
        rewrite(array, 0, tasted);
        ripeness.tasted(tasted, start);
    }

    /// Writes so many vectors with what they have.
    private static void rewrite(float[] array, int at, int vectors) {
        for (int vector = 0; vector < vectors; vector++, at += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, array, at).intoArray(array, at);
        }
    }
}
