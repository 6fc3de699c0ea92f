package dev.cortado.evaluation;

import dev.cortado.tensor.Tensor;

/// The part of the samples all of whose columns are right, each being above ½ or not: accuracy where several classes may hold
/// at once.
public record SubsetAccuracy() implements Metric {
    @Override
    public Total start() {
        return new Share(SubsetAccuracy::correct);
    }

    private static int correct(Tensor prediction, Tensor target) {
        int columns = prediction.columns();
        int correct = 0;
        for (int start = 0; start < prediction.elements(); start += columns) {
            correct += isRight(prediction, target, start, columns) ? 1 : 0;
        }
        return correct;
    }

    private static boolean isRight(Tensor prediction, Tensor target, int start, int columns) {
        for (int i = start; i < start + columns; i++) {
            if (prediction.data()[i] > 0.5f != target.data()[i] > 0.5f) {
                return false;
            }
        }
        return true;
    }
}
