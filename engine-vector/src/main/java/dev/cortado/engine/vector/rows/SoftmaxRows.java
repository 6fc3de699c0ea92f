package dev.cortado.engine.vector.rows;

import dev.cortado.activation.RowFunction;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// Softmax and its logarithm, forward and back, each row shifted by its maximum so that nothing overflows.
public final class SoftmaxRows {
    private final Exponentials exponentials;
    private Tensor scratch = Tensor.of(Shape.of(0));

    /// @param patience how much work is done without vectors, in tenths of a nanosecond, before it is worth writing the first vector code
    /// @param team who shares long work
    public SoftmaxRows(long patience, Team team) {
        exponentials = new Exponentials(patience, team);
    }

    /// result = f of every row of x; result may be x.
    public void apply(RowFunction function, Tensor x, Tensor result) {
        switch (function) {
            case SOFTMAX -> softmax(x, result);
            case LOG_SOFTMAX -> logSoftmax(x, result);
        }
    }

    private void softmax(Tensor x, Tensor result) {
        int columns = x.columns();
        int block = Exponentials.rowsTogether(x);
        exponentials.begin(result);
        for (int first = 0; first < x.rows(); first += block) {
            int end = Math.min(first + block, x.rows());
            for (int row = first; row < end; row++) {
                shift(x.data(), result.data(), row * columns, columns);
            }
            exponentials.replace(0, first, end);
            for (int row = first; row < end; row++) {
                divideBySum(result.data(), row * columns, columns);
            }
        }
    }

    private static void shift(float[] x, float[] result, int start, int columns) {
        float max = Strands.max(x, start, start + columns);
        for (int i = start; i < start + columns; i++) {
            result[i] = x[i] - max;
        }
    }

    private static void divideBySum(float[] a, int start, int columns) {
        float sum = (float) Strands.sum(a, start, start + columns);
        for (int i = start; i < start + columns; i++) {
            a[i] /= sum;
        }
    }

    private void logSoftmax(Tensor x, Tensor result) {
        int columns = x.columns();
        int block = Exponentials.rowsTogether(x);
        float[] e = scratch(x).data();
        exponentials.begin(scratch);
        for (int first = 0; first < x.rows(); first += block) {
            int end = Math.min(first + block, x.rows());
            for (int row = first; row < end; row++) {
                shift(x.data(), e, row * columns, columns);
            }
            exponentials.replace(0, first, end);
            for (int row = first; row < end; row++) {
                subtractLog(x.data(), result.data(), row * columns, columns, Math.log(Strands.sum(e, row * columns, (row + 1) * columns)));
            }
        }
    }

    private static void subtractLog(float[] x, float[] result, int start, int columns, double logSum) {
        float max = Strands.max(x, start, start + columns);
        for (int i = start; i < start + columns; i++) {
            result[i] = (float) ((double) x[i] - max - logSum);
        }
    }

    private Tensor scratch(Tensor like) {
        if (scratch.columns() != like.columns() || scratch.rows() < like.rows()) {
            scratch = Tensor.zeros(like.shape());
        }
        return scratch;
    }

    /// From the result y and its gradient dy to the gradient of x, which may be either.
    public void backward(RowFunction function, Tensor y, Tensor dy, Tensor dx) {
        switch (function) {
            case SOFTMAX -> softmaxBackward(y, dy, dx);
            case LOG_SOFTMAX -> logSoftmaxBackward(y, dy, dx);
        }
    }

    /// dx = y · (dy − Σ dy · y).
    private static void softmaxBackward(Tensor y, Tensor dy, Tensor dx) {
        int columns = y.columns();
        for (int row = 0; row < y.rows(); row++) {
            int start = row * columns;
            softmaxBackward(y.data(), dy.data(), dx.data(), start, columns, Strands.dot(dy.data(), y.data(), start, start + columns));
        }
    }

    private static void softmaxBackward(float[] y, float[] dy, float[] dx, int start, int columns, double dot) {
        for (int i = start; i < start + columns; i++) {
            dx[i] = (float) (y[i] * (dy[i] - dot));
        }
    }

    /// dx = dy − eʸ · Σ dy.
    private void logSoftmaxBackward(Tensor y, Tensor dy, Tensor dx) {
        int columns = y.columns();
        int block = Exponentials.rowsTogether(y);
        float[] e = scratch(y).data();
        exponentials.begin(scratch);
        for (int first = 0; first < y.rows(); first += block) {
            int end = Math.min(first + block, y.rows());
            System.arraycopy(y.data(), first * columns, e, first * columns, (end - first) * columns);
            exponentials.replace(0, first, end);
            for (int row = first; row < end; row++) {
                int start = row * columns;
                logSoftmaxBackward(e, dy.data(), dx.data(), start, columns, Strands.sum(dy.data(), start, start + columns));
            }
        }
    }

    private static void logSoftmaxBackward(float[] e, float[] dy, float[] dx, int start, int columns, double sum) {
        for (int i = start; i < start + columns; i++) {
            dx[i] = (float) (dy[i] - e[i] * sum);
        }
    }
}
