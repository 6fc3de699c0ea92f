package dev.cortado.evaluation;

import dev.cortado.tensor.Tensor;
import java.util.function.DoubleBinaryOperator;

/// The mean over all elements of a function of prediction and target.
final class MeanTotal implements Metric.Total {
    private final DoubleBinaryOperator function;
    private double sum;
    private long elements;

    MeanTotal(DoubleBinaryOperator function) {
        this.function = function;
    }

    @Override
    public void add(Tensor prediction, Tensor target) {
        for (int i = 0; i < target.elements(); i++) {
            sum += function.applyAsDouble(prediction.data()[i], target.data()[i]);
        }
        elements += target.elements();
    }

    @Override
    public double value() {
        return sum / elements;
    }
}
