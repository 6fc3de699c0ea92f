package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// Where in an array cache lines begin: a vector that lies across two of them takes two reads.
///
/// Java does not tell where an array lies, and the garbage collector moves it. But the time tells: reading vector after vector from one place on is quickest from the
/// place where they lie in lines.
final class CacheLines {
    /// Floats in a line.
    static final int FLOATS = 64 / Float.BYTES;

    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    /// Pairs of vectors that are read to see how long it takes, and how often that is done: the best time counts.
    private static final int PAIRS = 128, TRIALS = 3;

    private final Ripeness ripeness;
    @SuppressWarnings("UnusedVariable") // What goes nowhere, the compiler does not read.
    private int read;

    CacheLines(Ripeness ripeness) {
        this.ripeness = ripeness;
    }

    /// The first index of an array, of at least two vectors and a line, at which a line begins; or -1 as long as the compiler has not taken the loop that tells.
    int start(float[] array) {
        int pairs = Math.min(PAIRS, (array.length - FLOATS) / (2 * SPECIES.length()));
        if (!ripeness.isRipe()) {
            taste(array, pairs);
            return -1;
        }
        long best = Long.MAX_VALUE;
        int start = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int place = 0; place < FLOATS; place++) {
                long before = System.nanoTime();
                read = read(array, place, pairs);
                long time = System.nanoTime() - before;
                if (time < best) {
                    best = time;
                    start = place;
                }
            }
        }
        return start;
    }

    private void taste(float[] array, int pairs) {
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            read = read(array, 0, 0);
        }
        int tasted = Math.min(pairs, ripeness.appetite());
        long before = System.nanoTime();
        read = read(array, 0, tasted);
        ripeness.tasted(tasted, before);
    }

    /// Reads so many pairs of vectors.
    private static int read(float[] array, int at, int pairs) {
        IntVector first = IntVector.zero(Species.INTS), second = first;
        for (int pair = 0; pair < pairs; pair++, at += 2 * SPECIES.length()) {
            first = FloatVector.fromArray(SPECIES, array, at).reinterpretAsInts().or(first);
            second = FloatVector.fromArray(SPECIES, array, at + SPECIES.length()).reinterpretAsInts().or(second);
        }
        return first.lane(0) | second.lane(0);
    }
}
