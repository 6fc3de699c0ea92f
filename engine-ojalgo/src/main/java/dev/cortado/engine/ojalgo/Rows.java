package dev.cortado.engine.ojalgo;

/// Between a row-major `float[]` and rows of doubles.
final class Rows {
    /// A transpose goes through so many source rows at a time: their cache lines stay at hand.
    private static final int STRIP = 16;

    private Rows() {
    }

    static void read(float[] from, double[][] to) {
        read(from, to, 0, to.length);
    }

    /// Reads some rows of a matrix of the same shape.
    static void read(float[] from, double[][] to, int first, int limit) {
        for (int r = first; r < limit; r++) {
            double[] row = to[r];
            int start = r * row.length;
            for (int c = 0; c < row.length; c++) {
                row[c] = from[start + c];
            }
        }
    }

    static void readTransposed(float[] from, double[][] to) {
        readTransposed(from, to, 0, to.length);
    }

    /// Reads some columns of a matrix into the rows of their numbers.
    static void readTransposed(float[] from, double[][] to, int first, int limit) {
        int columns = to.length;
        int rows = to[0].length;
        for (int strip = 0; strip < rows; strip += STRIP) {
            int end = Math.min(rows, strip + STRIP);
            for (int column = first; column < limit; column++) {
                double[] row = to[column];
                for (int i = strip; i < end; i++) {
                    row[i] = from[i * columns + column];
                }
            }
        }
    }

    /// Rounds some rows into a matrix of the same shape.
    static void write(double[][] from, int first, int limit, float[] to) {
        for (int r = first; r < limit; r++) {
            double[] row = from[r];
            int start = r * row.length;
            for (int c = 0; c < row.length; c++) {
                to[start + c] = (float) row[c];
            }
        }
    }
}
