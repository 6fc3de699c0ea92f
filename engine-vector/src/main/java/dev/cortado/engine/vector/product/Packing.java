package dev.cortado.engine.vector.product;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Copies of a part of a matrix, laid out as a tile reads it.
final class Packing {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private Packing() {}

    /// Copies `columns` of each of `rows` rows.
    static void copy(float[] from, int offset, int stride, int rows, int columns, float[] to, int at, int toStride) {
        int lanes = SPECIES.length();
        if (columns % lanes != 0) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(from, offset + row * stride, to, at + row * toStride, columns);
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column += lanes) {
                FloatVector.fromArray(SPECIES, from, offset + column).intoArray(to, at + column);
            }
            offset += stride;
            at += toStride;
        }
    }

    /// Writes the transpose of `rows` × `columns`: each row becomes a column.
    static void transpose(float[] from, int offset, int stride, int rows, int columns, float[] to, int at, int toStride) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                to[at + column * toStride + row] = from[offset + row * stride + column];
            }
        }
    }
}
