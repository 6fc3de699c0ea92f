package dev.cortado.evaluation;

import dev.cortado.activation.Exponential;
import dev.cortado.activation.Identity;
import dev.cortado.data.Dataset;
import dev.cortado.engine.Ops;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Tensor;

/// The part of the samples whose class was predicted rightly, 0 to 1.
///
/// With several columns a sample is right where the largest predicted is the largest wanted, and never if a prediction is NaN; with one, where both or neither
/// are above ½. Where several classes may hold at once, [SubsetAccuracy] is meant.
public record Accuracy() implements Metric {
    /// Whether targets are classes, so that there are right and wrong ones: the data set names them, or the loss has a link
    /// that makes probabilities or decisions.
    public static boolean applies(Dataset dataset, Loss loss) {
        return !dataset.classes().isEmpty() || !(loss.link() instanceof Identity || loss.link() instanceof Exponential);
    }

    /// The number of rows that are right, of what the loss takes: logits, for a loss on logits. The link is applied only
    /// where it matters: it leaves the largest of several columns the largest.
    public static int correct(Loss loss, Tensor logits, Tensor target, Ops ops) {
        return correct(logits.columns() > 1 ? logits : ops.activate(loss.link(), logits), target);
    }

    /// The number of rows that are right, of predictions.
    public static int correct(Tensor prediction, Tensor target) {
        int correct = 0;
        for (int row = 0; row < prediction.rows(); row++) {
            correct += isDecision(prediction, row, decision(target, row)) ? 1 : 0;
        }
        return correct;
    }

    private static boolean isDecision(Tensor matrix, int row, int wanted) {
        return matrix.columns() == 1 ? decision(matrix, row) == wanted : isLargest(matrix, row, wanted);
    }

    /// Whether a column has the largest number of its row, the first of several; never in a row with NaN. (Quicker than to look for it, which no processor foresees.)
    private static boolean isLargest(Tensor matrix, int row, int column) {
        float[] data = matrix.data();
        int start = row * matrix.columns();
        float candidate = data[start + column];
        for (int i = start; i < start + column; i++) {
            if (!(data[i] < candidate)) {
                return false;
            }
        }
        for (int i = start + column + 1; i < start + matrix.columns(); i++) {
            if (!(data[i] <= candidate)) {
                return false;
            }
        }
        return true;
    }

    /// The class that a row of a matrix decides for: the [#largest] of several columns, or 1 if the only one is above ½.
    public static int decision(Tensor matrix, int row) {
        return matrix.columns() == 1 ? (matrix.data()[row] > 0.5f ? 1 : 0) : largest(matrix, row);
    }

    /// The column of the largest number in a row of a matrix; the first of several.
    public static int largest(Tensor matrix, int row) {
        float[] data = matrix.data();
        int columns = matrix.columns();
        int start = row * columns;
        int largest = 0;
        for (int c = 1; c < columns; c++) {
            if (data[start + c] > data[start + largest]) {
                largest = c;
            }
        }
        return largest;
    }

    @Override
    public Total start() {
        return new Share(Accuracy::correct);
    }
}
