package dev.cortado.classic;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// What a fit learns from: inputs, and targets as the network's columns.
record Samples(Tensor x, Tensor y) {
    Samples {
        if (x.rows() != y.rows()) {
            throw new IllegalArgumentException("There are %d samples and %d targets".formatted(x.rows(), y.rows()));
        }
        if (x.rows() == 0) {
            throw new IllegalArgumentException("There is nothing to fit to: 0 samples");
        }
    }

    int size() {
        return x.rows();
    }

    /// A matrix of these rows, all finite.
    static Tensor matrix(String what, double[]... rows) {
        requireRows(what, rows);
        int columns = rows.length == 0 ? 0 : rows[0].length;
        Tensor matrix = Tensor.zeros(Shape.of(rows.length, columns));
        for (int r = 0; r < rows.length; r++) {
            requireLength(what, columns, r, rows[r].length);
            for (int c = 0; c < columns; c++) {
                matrix.data()[r * columns + c] = finite(what, r, c, rows[r][c]);
            }
        }
        return matrix;
    }

    /// A matrix of these rows, all finite.
    static Tensor matrix(String what, float[]... rows) {
        requireRows(what, rows);
        int columns = rows.length == 0 ? 0 : rows[0].length;
        Tensor matrix = Tensor.zeros(Shape.of(rows.length, columns));
        for (int r = 0; r < rows.length; r++) {
            requireLength(what, columns, r, rows[r].length);
            for (int c = 0; c < columns; c++) {
                matrix.data()[r * columns + c] = finite(what, r, c, rows[r][c]);
            }
        }
        return matrix;
    }

    static void requireRows(String what, Object[] rows) {
        for (int r = 0; r < rows.length; r++) {
            if (rows[r] == null) {
                throw new IllegalArgumentException("The %s have null for row %d".formatted(what, r));
            }
        }
    }

    private static void requireLength(String what, int columns, int row, int length) {
        if (length != columns) {
            throw new IllegalArgumentException("The %s must have equally long rows: row 0 has %d numbers, row %d has %d"
                    .formatted(what, columns, row, length));
        }
    }

    private static float finite(String what, int row, int column, double value) {
        float rounded = (float) value;
        if (!Float.isFinite(rounded)) {
            throw new IllegalArgumentException("The %s have %s in row %d, column %d: only finite numbers of float32 can be taken"
                    .formatted(what, value, row, column));
        }
        return rounded;
    }

    static void requireFeatures(Tensor x, int features) {
        if (x.columns() != features) {
            throw new IllegalArgumentException("The samples have %d features, it was fitted to %d".formatted(x.columns(), features));
        }
    }

    static double[][] rows(Tensor matrix) {
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < matrix.elements(); i++) {
            rows[i / matrix.columns()][i % matrix.columns()] = matrix.data()[i];
        }
        return rows;
    }
}
