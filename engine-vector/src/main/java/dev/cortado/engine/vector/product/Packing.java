package dev.cortado.engine.vector.product;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Copies of a part of a matrix, laid out as a tile reads it: `depth` steps of k, each a few neighbouring floats.
final class Packing {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /// Written when the first operand is transposed, once for the process, as the code compiled from it is (see [Tiles]).
    private static final class Written {
        static final Transposer TRANSPOSER = TransposerWriter.write();
    }

    private Packing() {}

    /// Copies `width` floats of each of `depth` rows; `width` is less than a vector or whole vectors. What a vector writes beyond `width` is overwritten by the next
    /// row, or lies in the slack after the panel.
    static void copy(float[] from, int offset, int stride, int depth, int width, float[] to, int at, int toStride) {
        int lanes = SPECIES.length();
        for (int column = 0; column < width; column += lanes) {
            int quick = Math.min(depth, rowsBefore(from.length - lanes, offset + column, stride));
            copyVectors(from, offset + column, stride, quick, to, at + column, toStride);
            for (int row = quick; row < depth; row++) {
                System.arraycopy(from, offset + row * stride + column, to, at + row * toStride + column, Math.min(lanes, width - column));
            }
        }
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

    /// Writes `width` rows of `depth` floats each as columns.
    static void transpose(float[] from, int offset, int stride, int width, int depth, float[] to, int at, int toStride) {
        int lanes = SPECIES.length();
        if (depth < lanes) {
            for (int row = 0; row < width; row++) {
                for (int p = 0; p < depth; p++) {
                    to[at + p * toStride + row] = from[offset + row * stride + p];
                }
            }
            return;
        }
        for (int row = 0; row < width; row += lanes) {
            Written.TRANSPOSER.transpose(from, offset + row * stride, stride, Math.min(lanes, width - row), depth, to, at + row, toStride);
        }
    }
}
