package dev.cortado.engine.ojalgo;

/// Copies a row-major matrix into its transpose, a strip of rows at a time: the strip's cache lines stay at hand while the
/// writes run along the transpose's rows.
final class Transpose {
    private static final int STRIP = 16;

    private Transpose() {
    }

    static void copy(float[] from, int rows, int columns, float[] to) {
        for (int strip = 0; strip < rows; strip += STRIP) {
            int end = Math.min(rows, strip + STRIP);
            for (int column = 0; column < columns; column++) {
                for (int row = strip; row < end; row++) {
                    to[column * rows + row] = from[row * columns + column];
                }
            }
        }
    }
}
