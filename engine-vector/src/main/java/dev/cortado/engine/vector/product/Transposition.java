package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// Turns rows into columns: with plain loops until those with vectors are ripe. One instance serves one thread.
public final class Transposition {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

    /// Plain loops take about a nanosecond for each float they transpose; after so many a [Transposer] is worth writing.
    private static final int PATIENCE = 100_000_000;

    /// Once for the process, as the code compiled from it is.
    private static final class Written {
        static final Transposer TRANSPOSER = TransposerWriter.write();
    }

    private final Ripeness transposer;
    private @Nullable Transposer written;
    private int transposed;

    Transposition(Ripeness ripeness) {
        transposer = ripeness;
    }

    /// One that lets plain loops work until the compiler has taken those with vectors.
    public static Transposition patient() {
        return new Transposition(Ripeness.unknown());
    }

    /// Writes `width` rows of `depth` floats each as columns, `toStride` apart. What a vector writes beyond `width` is overwritten by those before it, or lies in the slack
    /// after the last column: so the last rows come first.
    public void run(float[] from, int offset, int stride, int width, int depth, float[] to, int at, int toStride) {
        int lanes = SPECIES.length();
        for (int row = (width - 1) / lanes * lanes; row >= 0; row -= lanes) {
            int rows = Math.min(lanes, width - row);
            int done = depth < lanes ? 0 : transposeVectors(from, offset + row * stride, stride, rows, depth, to, at + row, toStride);
            transposePlainly(from, offset + row * stride, stride, rows, done, depth, to, at + row, toStride);
        }
    }

    /// Returns how many columns it has done: all, if its loop is ripe.
    private int transposeVectors(float[] from, int offset, int stride, int rows, int depth, float[] to, int at, int toStride) {
        int lanes = SPECIES.length();
        if (!transposer.isRipe() && transposed < PATIENCE) {
            transposed += rows * depth;
            return 0;
        }
        Transposer written = written();
        if (transposer.isRipe()) {
            written.transpose(from, offset, stride, rows, depth, to, at, toStride);
            return depth;
        }
        for (int i = transposer.idleCalls(); i > 0; i--) {
            written.transpose(from, offset, stride, rows, 0, to, at, toStride);
        }
        int squares = Math.min(depth / lanes, (transposer.appetite() + lanes - 1) / lanes);
        long start = System.nanoTime();
        written.transpose(from, offset, stride, rows, squares * lanes, to, at, toStride);
        transposer.tasted(squares * lanes, start);
        return squares * lanes;
    }

    private Transposer written() {
        Transposer known = written;
        if (known == null) {
            known = Written.TRANSPOSER;
            written = known;
        }
        return known;
    }

    private static void transposePlainly(float[] from, int offset, int stride, int rows, int first, int depth, float[] to, int at, int toStride) {
        for (int row = 0; row < rows; row++) {
            int source = offset + row * stride;
            for (int p = first, target = at + first * toStride + row; p < depth; p++, target += toStride) {
                to[target] = from[source + p];
            }
        }
    }
}
