package dev.cortado.testkit;

import dev.cortado.activation.RowFunction;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// Softmax, its logarithm and cross-entropy of rows in float64, with what rounding may do to them.
///
/// A difference of logits may be rounded before its exponential is taken: the error grows with the row's spread.
final class RowTwin {
    final double[] values;
    final double[] bounds;

    RowTwin(int elements) {
        values = new double[elements];
        bounds = new double[elements];
    }

    double value(int element) {
        return values[element];
    }

    double bound(int element) {
        return bounds[element];
    }

    static RowTwin of(RowFunction function, Tensor x) {
        RowTwin twin = new RowTwin(x.elements());
        int columns = x.columns();
        double[][] rows = ProductTwin.rows(x);
        for (int start = 0; start < x.elements(); start += columns) {
            double[] logs = logSoftmax(rows[start / columns]);
            for (int c = 0; c < columns; c++) {
                double error = (16 + columns + Math.abs(logs[c])) * Rounding.UNIT;
                boolean log = function == RowFunction.LOG_SOFTMAX;
                twin.values[start + c] = log ? logs[c] : Math.exp(logs[c]);
                twin.bounds[start + c] = log ? error : error * Math.exp(logs[c]) + 2 * Float.MIN_VALUE;
            }
        }
        return twin;
    }

    static double[] logSoftmax(double[] row) {
        double max = Arrays.stream(row).max().orElse(0);
        double log = Math.log(Arrays.stream(row).map(value -> Math.exp(value - max)).sum());
        return Arrays.stream(row).map(value -> value - max - log).toArray();
    }

    /// The gradient that goes in, from the row's result y and the gradient dy that comes: y(dy − Σ y·dy), or dy − eʸ Σ dy.
    static RowTwin backward(RowFunction function, Tensor y, Tensor dy) {
        RowTwin twin = new RowTwin(y.elements());
        int columns = y.columns();
        for (int start = 0; start < y.elements(); start += columns) {
            boolean log = function == RowFunction.LOG_SOFTMAX;
            double sum = 0;
            double magnitude = 0;
            for (int i = start; i < start + columns; i++) {
                double term = log ? dy.data()[i] : (double) y.data()[i] * dy.data()[i];
                sum += term;
                magnitude += Math.abs(term);
            }
            for (int i = start; i < start + columns; i++) {
                double factor = log ? Math.exp(y.data()[i]) : y.data()[i];
                twin.values[i] = log ? dy.data()[i] - factor * sum : factor * (dy.data()[i] - sum);
                twin.bounds[i] = 2 * Float.MIN_VALUE + (columns + 16) * Rounding.UNIT
                        * ((log ? 1 : factor) * Math.abs(dy.data()[i]) + factor * magnitude);
            }
        }
        return twin;
    }

    /// The losses of rows (first) and their gradient (second), as the kernel's page says them.
    static RowTwin[] crossEntropy(Tensor logits, Tensor target, Tensor scale, double smoothing) {
        RowTwin losses = new RowTwin(logits.rows());
        RowTwin gradient = new RowTwin(logits.elements());
        double[][] logitRows = ProductTwin.rows(logits);
        double[][] targetRows = ProductTwin.rows(target);
        for (int r = 0; r < logits.rows(); r++) {
            crossEntropyRow(logitRows[r], targetRows[r], scale.data()[r], smoothing, r, losses, gradient);
        }
        return new RowTwin[] {losses, gradient};
    }

    private static void crossEntropyRow(
            double[] logits, double[] target, double scale, double smoothing, int row, RowTwin losses, RowTwin gradient) {
        int columns = logits.length;
        double[] logs = logSoftmax(logits);
        double[] wanted = Arrays.stream(target).map(t -> (1 - smoothing) * t + smoothing / columns).toArray();
        double mass = Arrays.stream(wanted).sum();
        double magnitude = 0;
        for (int c = 0; c < columns; c++) {
            losses.values[row] -= wanted[c] == 0 ? 0 : scale * wanted[c] * logs[c];
            magnitude += wanted[c] == 0 ? 0 : Math.abs(scale * wanted[c]) * (1 + Math.abs(logs[c]));
            double soft = Math.exp(logs[c]);
            gradient.values[row * columns + c] = scale * (mass * soft - wanted[c]);
            gradient.bounds[row * columns + c] = Rounding.UNIT * Math.abs(scale)
                    * ((16 + 2 * columns + Math.abs(logs[c])) * mass * soft + 4 * Math.abs(wanted[c])) + 2 * Float.MIN_VALUE;
        }
        losses.bounds[row] = (16 + 2 * columns) * Rounding.UNIT * magnitude;
    }
}
