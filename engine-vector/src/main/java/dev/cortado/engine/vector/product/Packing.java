package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.util.function.Supplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Copies of a part of a matrix, laid out as a tile reads it: `depth` steps of k, each a few neighbouring floats. With plain loops until those with vectors are ripe.
final class Packing {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

    private final Ripeness copier;
    private final Ripeness stripCopier;
    private final Transposition transposition;

    Packing(Supplier<Ripeness> ripeness) {
        copier = ripeness.get();
        stripCopier = ripeness.get();
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

    /// Copies neighbouring strips of two vectors, row by row as they lie: the steps of a strip follow each other, and the strips.
    void copyStrips(float[] from, int offset, int stride, int depth, int strips, float[] to, int at) {
        if (strips == 0) {
            return;
        }
        int width = 2 * SPECIES.length();
        if (stripCopier.isRipe()) {
            copyStrips(from, offset, stride, depth, strips, to, at, depth * width);
            return;
        }
        tasteStrip(from, offset, stride, depth, to, at);
        for (int row = 0; row < depth; row++) {
            for (int strip = 0; strip < strips; strip++) {
                System.arraycopy(from, offset + row * stride + strip * width, to, at + (row + strip * depth) * width, width);
            }
        }
    }

    /// A few rows of the first strip, which are copied once more.
    private void tasteStrip(float[] from, int offset, int stride, int depth, float[] to, int at) {
        for (int i = stripCopier.idleCalls(); i > 0; i--) {
            copyStrips(from, offset, stride, 0, 1, to, at, 0);
        }
        int tasted = Math.min(depth, stripCopier.appetite());
        long start = System.nanoTime();
        copyStrips(from, offset, stride, tasted, 1, to, at, 0);
        stripCopier.tasted(tasted, start);
    }

    private static void copyStrips(float[] from, int offset, int stride, int depth, int strips, float[] to, int at, int toStrip) {
        int lanes = SPECIES.length();
        for (int row = 0; row < depth; row++) {
            int in = offset + row * stride, out = at + row * 2 * lanes;
            for (int strip = 0; strip < strips; strip++) {
                FloatVector.fromArray(SPECIES, from, in).intoArray(to, out);
                FloatVector.fromArray(SPECIES, from, in + lanes).intoArray(to, out + lanes);
                in += 2 * lanes;
                out += toStrip;
            }
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
