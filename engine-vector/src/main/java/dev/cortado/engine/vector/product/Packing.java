package dev.cortado.engine.vector.product;

import java.util.function.Supplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Copies of a part of a matrix, laid out as a tile reads it: `depth` steps of k, each a few neighbouring floats. With plain loops until those with vectors are ripe.
final class Packing {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private final Ripeness copier;
    private final Transposition transposition;

    Packing(Supplier<Ripeness> ripeness) {
        copier = ripeness.get();
        transposition = new Transposition(ripeness.get());
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
        transposition.run(from, offset, stride, width, depth, to, at, toStride);
    }
}
