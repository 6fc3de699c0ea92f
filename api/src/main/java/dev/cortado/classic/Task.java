package dev.cortado.classic;

import dev.cortado.evaluation.Accuracy;
import dev.cortado.evaluation.Metric;
import dev.cortado.evaluation.RSquared;
import dev.cortado.evaluation.SubsetAccuracy;
import dev.cortado.loss.BinaryCrossEntropy;
import dev.cortado.loss.CrossEntropy;
import dev.cortado.loss.Loss;
import dev.cortado.loss.MeanSquaredError;

/// What the last layer is for, and so which loss is minimised.
enum Task {
    /// Numbers: (ŷ − y)² / 2.
    REGRESSION("identity"),
    /// Two classes, in one column: −y log p − (1 − y) log(1 − p).
    BINARY("logistic"),
    /// More than two classes, a column each, of which one holds: −Σ y log p.
    MULTICLASS("softmax"),
    /// Classes of which several may hold: the sum of their binary losses.
    MULTILABEL("logistic");

    private final String outActivation;

    Task(String outActivation) {
        this.outActivation = outActivation;
    }

    String outActivation() {
        return outActivation;
    }

    /// The standard loss that is minimised.
    Loss loss() {
        return switch (this) {
            case REGRESSION -> new MeanSquaredError();
            case BINARY, MULTILABEL -> new BinaryCrossEntropy();
            case MULTICLASS -> new CrossEntropy();
        };
    }

    /// By what a fit is judged.
    Metric score() {
        return switch (this) {
            case REGRESSION -> new RSquared();
            case BINARY, MULTICLASS -> new Accuracy();
            case MULTILABEL -> new SubsetAccuracy();
        };
    }

    /// Scikit-learn's loss for so many columns. Its gradient is ŷ − y over the number of rows, whatever the number of columns;
    /// its value for numbers is a mean over the columns too, for labels a sum.
    Loss lossOf(int columns) {
        return switch (this) {
            case REGRESSION -> new ScaledLoss(loss(), 0.5, 0.5 * columns);
            case BINARY -> ClippedLoss.ofNumbers(loss());
            case MULTICLASS -> ClippedLoss.ofRows(loss());
            case MULTILABEL -> new ScaledLoss(ClippedLoss.ofNumbers(loss()), columns, columns);
        };
    }
}
