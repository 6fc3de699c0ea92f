package dev.cortado.engine.vector.product;

import java.util.function.Supplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// Copies of a part of a matrix, laid out as a tile reads it: `depth` steps of k, each a few neighbouring floats. With plain loops until those with vectors are ripe.
final class Packing {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /// Plain loops take about a nanosecond for each float they transpose; after so many a [Transposer] is worth writing.
    private static final int PATIENCE = 100_000_000;

    /// Once for the process, as the code compiled from it is.
    private static final class Written {
        static final Transposer TRANSPOSER = TransposerWriter.write();
    }

    private final Ripeness copier;
    private final Ripeness transposer;
    private @Nullable Transposer written;
    private int transposed;

    Packing(Supplier<Ripeness> ripeness) {
        copier = ripeness.get();
        transposer = ripeness.get();
    }

    /// Copies `width` floats of each of `depth` rows. What the last vector writes beyond `width` is overwritten by the vectors before it, or lies in the slack after
    /// the panel: so the last comes first.
    void copy(float[] from, int offset, int stride, int depth, int width, float[] to, int at, int toStride) {
        int lanes = SPECIES.length();
        for (int column = (width - 1) / lanes * lanes; column >= 0; column -= lanes) {
            int quick = Math.min(depth, rowsBefore(from.length - lanes, offset + column, stride));
            if (!copier.isRipe()) {
                quick = tasteCopy(from, offset + column, stride, quick, to, at + column, toStride);
            } else {
                copyVectors(from, offset + column, stride, quick, to, at + column, toStride);
            }
            for (int row = quick; row < depth; row++) {
                System.arraycopy(from, offset + row * stride + column, to, at + row * toStride + column, Math.min(lanes, width - column));
            }
        }
    }

    private int tasteCopy(float[] from, int offset, int stride, int rows, float[] to, int at, int toStride) {
        for (int i = copier.idleCalls(); i > 0; i--) {
            copyVectors(from, offset, stride, 0, to, at, toStride);
        }
        int tasted = Math.min(rows, copier.appetite());
        long start = System.nanoTime();
        copyVectors(from, offset, stride, tasted, to, at, toStride);
        copier.tasted(tasted, start);
        return tasted;
    }

    private static void copyVectors(float[] from, int offset, int stride, int depth, float[] to, int at, int toStride) {
        for (int row = 0; row < depth; row++) {
            FloatVector.fromArray(SPECIES, from, offset).intoArray(to, at);
            offset += stride;
            at += toStride;
        }
    }

    /// How many rows begin at or before `last`.
    private static int rowsBefore(int last, int offset, int stride) {
        return last < offset ? 0 : (last - offset) / stride + 1;
    }

    /// Writes `width` rows of `depth` floats each as columns, the last of them first as in [#copy].
    void transpose(float[] from, int offset, int stride, int width, int depth, float[] to, int at, int toStride) {
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
