package dev.cortado.evaluation;

import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Tensor;

/// The part of the samples whose class is among the k that are predicted most. Of classes predicted alike, the last ones
/// come first.
///
/// @param k how many count
public record TopKAccuracy(@Setting(min = 1) int k) implements Metric {
    /// Of the five largest.
    public TopKAccuracy() {
        this(5);
    }

    @Override
    public String name() {
        return "top_k_accuracy";
    }

    @Override
    public Total start() {
        return new Share(this::correct);
    }

    private int correct(Tensor prediction, Tensor target) {
        int correct = 0;
        for (int row = 0; row < prediction.rows(); row++) {
            correct += rank(prediction, row, Accuracy.largest(target, row)) < k ? 1 : 0;
        }
        return correct;
    }

    private static int rank(Tensor prediction, int row, int wanted) {
        int columns = prediction.columns();
        float score = prediction.data()[row * columns + wanted];
        int before = 0;
        for (int c = 0; c < columns; c++) {
            float other = prediction.data()[row * columns + c];
            before += other > score || (other == score && c > wanted) ? 1 : 0;
        }
        return before;
    }
}
