package dev.cortado.evaluation;

import dev.cortado.tensor.Tensor;
import java.util.function.ToIntBiFunction;

/// The part of the rows that count.
final class Share implements Metric.Total {
    private final ToIntBiFunction<Tensor, Tensor> count;
    private long counted;
    private long rows;

    /// @param count how many rows of a batch of predictions and targets count
    Share(ToIntBiFunction<Tensor, Tensor> count) {
        this.count = count;
    }

    @Override
    public void add(Tensor prediction, Tensor target) {
        counted += count.applyAsInt(prediction, target);
        rows += prediction.rows();
    }

    @Override
    public double value() {
        return (double) counted / rows;
    }
}
