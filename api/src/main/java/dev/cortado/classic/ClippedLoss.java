package dev.cortado.classic;

import dev.cortado.activation.Activation;
import dev.cortado.engine.Ops;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A loss of logits as scikit-learn tells it: no probability counts as smaller than the ε of float64, 2⁻⁵², so that no answer,
/// however wrong, counts for more than −log ε. The gradient knows nothing of it.
final class ClippedLoss implements Loss {
    private static final double LARGEST = 52 * Math.log(2);

    private final Loss loss;
    private final boolean rowwise;

    /// @param rowwise whether a row is one answer, or each of its numbers is
    private ClippedLoss(Loss loss, boolean rowwise) {
        this.loss = loss;
        this.rowwise = rowwise;
    }

    /// Of rows of logits, of which softmax makes probabilities.
    static Loss ofRows(Loss loss) {
        return new ClippedLoss(loss, true);
    }

    /// Of logits each of which is a yes or a no.
    static Loss ofNumbers(Loss loss) {
        return new ClippedLoss(loss, false);
    }

    @Override
    public Activation link() {
        return loss.link();
    }

    @Override
    public double evaluate(Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient) {
        double value = loss.evaluate(prediction, target, weights, ops, gradient);
        double excess = 0;
        for (int row = 0; row < prediction.rows(); row++) {
            excess += excess(prediction, target, row);
        }
        return excess == 0 ? value : value - excess / (rowwise ? prediction.rows() : prediction.elements());
    }

    private double excess(Tensor prediction, Tensor target, int row) {
        int columns = prediction.columns();
        return rowwise ? excessOfRow(prediction.data(), target.data(), row * columns, columns)
                : excessOfNumbers(prediction.data(), target.data(), row * columns, columns);
    }

    private static double excessOfRow(float[] logits, float[] target, int start, int columns) {
        double wanted = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = start; i < start + columns; i++) {
            largest = Math.max(largest, logits[i]);
            wanted += (double) logits[i] * target[i];
        }
        if (largest + Math.log(columns) - wanted <= LARGEST) {
            return 0;
        }
        double sum = 0;
        for (int i = start; i < start + columns; i++) {
            sum += Math.exp(logits[i] - largest);
        }
        return excess(largest + Math.log(sum) - wanted);
    }

    /// Where a loss is that large, softplus z is z.
    private static double excessOfNumbers(float[] logits, float[] target, int start, int columns) {
        double excess = 0;
        for (int i = start; i < start + columns; i++) {
            excess += excess(target[i] > 0.5 ? -logits[i] : logits[i]);
        }
        return excess;
    }

    private static double excess(double answersLoss) {
        return Math.max(0, answersLoss - LARGEST);
    }
}
