package dev.cortado.engine.vector.rows;

import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Tensor;

/// Softmax and cross-entropy in one walk over the rows, loss and gradient from the same exponentials.
///
/// With d the row less its maximum and t′ the smoothed target: loss = s · (Σt′ · log Σeᵈ − Σt′d), gradient = s · (Σt′ · eᵈ / Σeᵈ − t′). The gradient's own memory holds d,
/// then eᵈ, then the gradient, so that it may be the logits themselves.
public final class CrossEntropyRows {
    private final Exponentials exponentials;
    private double[] mass = {};
    private double[] dot = {};

    /// @param patience how much work is done without vectors, in tenths of a nanosecond, before it is worth writing vector code
    /// @param team who shares long work
    public CrossEntropyRows(long patience, Team team) {
        exponentials = new Exponentials(patience, team);
    }

    /// The losses of all rows and the gradient; see [dev.cortado.engine.Kernels#crossEntropy].
    public void run(Tensor logits, Tensor target, Tensor scale, double smoothing, Tensor losses, Tensor gradient) {
        int block = Exponentials.rowsTogether(logits);
        if (mass.length < block) {
            mass = new double[block];
            dot = new double[block];
        }
        exponentials.begin(gradient);
        for (int first = 0; first < logits.rows(); first += block) {
            int end = Math.min(first + block, logits.rows());
            shiftRows(logits, target, smoothing, gradient, first, end);
            exponentials.replace(first, end);
            finishRows(target, scale, smoothing, losses, gradient, first, end);
        }
    }

    // The loops over rows are in methods of their own, or else the compiler takes all of this at once, formula and all, and twice: 50 ms of a short training.

    private void shiftRows(Tensor logits, Tensor target, double smoothing, Tensor gradient, int first, int end) {
        int columns = logits.columns();
        for (int row = first; row < end; row++) {
            shift(logits.data(), target.data(), smoothing, gradient.data(), row * columns, columns, row - first);
        }
    }

    private void finishRows(Tensor target, Tensor scale, double smoothing, Tensor losses, Tensor gradient, int first, int end) {
        int columns = gradient.columns();
        for (int row = first; row < end; row++) {
            losses.data()[row] = finish(target.data(), scale.data()[row], smoothing, gradient.data(), row * columns, columns, row - first);
        }
    }

    private void shift(float[] z, float[] t, double smoothing, float[] d, int start, int columns, int place) {
        float max = Strands.max(z, start, start + columns);
        double spread = smoothing / columns;
        double sum = 0;
        double product = 0;
        for (int i = start; i < start + columns; i++) {
            double wanted = (1 - smoothing) * t[i] + spread;
            float difference = z[i] - max;
            d[i] = difference;
            sum += wanted;
            product += wanted == 0 ? 0 : wanted * difference;
        }
        mass[place] = sum;
        dot[place] = product;
    }

    private float finish(float[] t, float scale, double smoothing, float[] e, int start, int columns, int place) {
        double sum = Strands.sum(e, start, start + columns);
        double factor = mass[place] / sum;
        double spread = smoothing / columns;
        for (int i = start; i < start + columns; i++) {
            e[i] = (float) (scale * (factor * e[i] - ((1 - smoothing) * t[i] + spread)));
        }
        return (float) (scale * (mass[place] * Math.log(sum) - dot[place]));
    }
}
