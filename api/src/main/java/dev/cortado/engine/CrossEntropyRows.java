package dev.cortado.engine;

import dev.cortado.tensor.Tensor;

/// Softmax and cross-entropy in one pass over each row: loss and gradient from the same exponentials.
final class CrossEntropyRows {
    private CrossEntropyRows() {
    }

    static void run(Tensor logits, Tensor target, Tensor scale, double smoothing, Tensor losses, Tensor gradient) {
        int columns = logits.columns();
        for (int r = 0; r < logits.rows(); r++) {
            losses.data()[r] = row(logits.data(), target.data(), scale.data()[r], smoothing, gradient.data(), r * columns, columns);
        }
    }

    private static float row(
            float[] z, float[] t, float scale, double smoothing, float[] gradient, int start, int columns) {
        float max = RowFunctions.max(z, start, columns);
        double sum = RowFunctions.sumOfExponentials(z, start, columns, max);
        double logSum = Math.log(sum);
        double loss = 0;
        double mass = 0;
        for (int i = start; i < start + columns; i++) {
            double wanted = (1 - smoothing) * t[i] + smoothing / columns;
            mass += wanted;
            if (wanted != 0) {
                loss += wanted * (logSum - ((double) z[i] - max));
            }
        }
        for (int i = start; i < start + columns; i++) {
            double wanted = (1 - smoothing) * t[i] + smoothing / columns;
            gradient[i] = (float) (scale * (mass * (Math.exp((double) z[i] - max) / sum) - wanted));
        }
        return (float) (scale * loss);
    }
}
