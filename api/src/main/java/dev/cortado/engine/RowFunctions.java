package dev.cortado.engine;

import dev.cortado.activation.RowFunction;
import dev.cortado.tensor.Tensor;

/// Softmax and its logarithm, row by row, each shifted by the row's maximum so that nothing overflows.
final class RowFunctions {
    private RowFunctions() {
    }

    static void apply(RowFunction function, Tensor x, Tensor result) {
        int columns = x.columns();
        for (int start = 0; start < x.elements(); start += columns) {
            switch (function) {
                case SOFTMAX -> softmax(x.data(), start, columns, result.data());
                case LOG_SOFTMAX -> logSoftmax(x.data(), start, columns, result.data());
            }
        }
    }

    private static void softmax(float[] x, int start, int columns, float[] result) {
        float max = max(x, start, columns);
        double sum = 0;
        for (int i = start; i < start + columns; i++) {
            float e = (float) Math.exp((double) x[i] - max);
            result[i] = e;
            sum += e;
        }
        for (int i = start; i < start + columns; i++) {
            result[i] = (float) (result[i] / sum);
        }
    }

    private static void logSoftmax(float[] x, int start, int columns, float[] result) {
        float max = max(x, start, columns);
        double log = Math.log(sumOfExponentials(x, start, columns, max));
        for (int i = start; i < start + columns; i++) {
            result[i] = (float) ((double) x[i] - max - log);
        }
    }

    static float max(float[] x, int start, int columns) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = start; i < start + columns; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    static double sumOfExponentials(float[] x, int start, int columns, float max) {
        double sum = 0;
        for (int i = start; i < start + columns; i++) {
            sum += Math.exp((double) x[i] - max);
        }
        return sum;
    }

    static void backward(RowFunction function, Tensor y, Tensor outputGradient, Tensor inputGradient) {
        int columns = y.columns();
        for (int start = 0; start < y.elements(); start += columns) {
            switch (function) {
                case SOFTMAX -> softmaxBackward(y.data(), start, columns, outputGradient.data(), inputGradient.data());
                case LOG_SOFTMAX -> logSoftmaxBackward(y.data(), start, columns, outputGradient.data(), inputGradient.data());
            }
        }
    }

    /// dx = y · (dy − Σ dy · y).
    private static void softmaxBackward(float[] y, int start, int columns, float[] dy, float[] dx) {
        double dot = 0;
        for (int i = start; i < start + columns; i++) {
            dot += (double) dy[i] * y[i];
        }
        for (int i = start; i < start + columns; i++) {
            dx[i] = (float) (y[i] * (dy[i] - dot));
        }
    }

    /// dx = dy − eʸ · Σ dy.
    private static void logSoftmaxBackward(float[] y, int start, int columns, float[] dy, float[] dx) {
        double sum = 0;
        for (int i = start; i < start + columns; i++) {
            sum += dy[i];
        }
        for (int i = start; i < start + columns; i++) {
            dx[i] = (float) (dy[i] - Math.exp(y[i]) * sum);
        }
    }
}
