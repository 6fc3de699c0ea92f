package dev.cortado.evaluation;

import dev.cortado.activation.Identity;
import dev.cortado.data.Dataset;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Tensor;

/// Counts the rows of a batch whose class was predicted rightly.
public final class Accuracy {
    private Accuracy() {
    }

    /// Whether targets are classes, so that there are right and wrong ones: the data set names them, or the loss has a link
    /// that makes probabilities or decisions.
    public static boolean applies(Dataset dataset, Loss loss) {
        return !dataset.classes().isEmpty() || !(loss.link() instanceof Identity);
    }

    /// The number of rows that are right: with several columns, the largest predicted is the largest wanted; with one, both
    /// or neither are above ½.
    public static int correct(Tensor prediction, Tensor target) {
        int columns = prediction.columns();
        int correct = 0;
        for (int start = 0; start < prediction.elements(); start += columns) {
            boolean right = columns == 1
                    ? prediction.data()[start] > 0.5f == target.data()[start] > 0.5f
                    : largest(prediction.data(), start, columns) == largest(target.data(), start, columns);
            correct += right ? 1 : 0;
        }
        return correct;
    }

    /// The column of the largest number in a row of a matrix; the first of several.
    public static int largest(Tensor matrix, int row) {
        return largest(matrix.data(), row * matrix.columns(), matrix.columns());
    }

    private static int largest(float[] data, int start, int columns) {
        int largest = 0;
        for (int c = 1; c < columns; c++) {
            if (data[start + c] > data[start + largest]) {
                largest = c;
            }
        }
        return largest;
    }
}
