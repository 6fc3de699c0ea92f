package dev.cortado.testkit;

import dev.cortado.tensor.Tensor;

/// A matrix product summed in float64, with the sums of absolute values that bound the error of float32.
final class ProductTwin {
    private final int terms;
    private final double[] values;
    private final double[] magnitudes;

    private ProductTwin(int terms, double[] values, double[] magnitudes) {
        this.terms = terms;
        this.values = values;
        this.magnitudes = magnitudes;
    }

    /// a · b.
    static ProductTwin of(double[][] a, double[][] b, int columns) {
        double[] values = new double[a.length * columns];
        double[] magnitudes = new double[values.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                addScaled(a[i][j], b[j], values, magnitudes, i * columns);
            }
        }
        return new ProductTwin(b.length, values, magnitudes);
    }

    private static void addScaled(double factor, double[] row, double[] values, double[] magnitudes, int start) {
        for (int c = 0; c < row.length; c++) {
            double product = factor * row[c];
            values[start + c] += product;
            magnitudes[start + c] += Math.abs(product);
        }
    }

    /// The product added to what was there.
    ProductTwin plus(Tensor start) {
        for (int i = 0; i < values.length; i++) {
            values[i] += start.data()[i];
            magnitudes[i] += Math.abs(start.data()[i]);
        }
        return this;
    }

    double value(int element) {
        return values[element];
    }

    double bound(int element) {
        return Rounding.ofSum(terms, magnitudes[element]);
    }

    static double[][] rows(Tensor tensor) {
        double[][] rows = new double[tensor.rows()][tensor.columns()];
        for (int i = 0; i < tensor.elements(); i++) {
            rows[i / tensor.columns()][i % tensor.columns()] = tensor.data()[i];
        }
        return rows;
    }

    static double[][] transposed(Tensor tensor) {
        double[][] columns = new double[tensor.columns()][tensor.rows()];
        for (int i = 0; i < tensor.elements(); i++) {
            columns[i % tensor.columns()][i / tensor.columns()] = tensor.data()[i];
        }
        return columns;
    }
}
