package dev.cortado.training;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Ops;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// The loss of a training's batches: its class weights balanced by the samples that are learned from, each sample counting
/// what the data set says.
final class BatchLoss {
    private static final int ROWS_AT_ONCE = 256;

    private final Loss loss;
    private final Dataset data;

    /// @param samples those that are learned from: of a data set in parts not all
    BatchLoss(Loss loss, Dataset data, int[] samples) {
        this.loss = loss.needsBalance() ? loss.balanced(targetSums(data, samples), samples.length) : loss;
        this.data = data;
    }

    private static double[] targetSums(Dataset data, int[] samples) {
        double[] sums = new double[data.targetShape().elements()];
        for (int from = 0; from < samples.length; from += ROWS_AT_ONCE) {
            int to = Math.min(samples.length, from + ROWS_AT_ONCE);
            Tensor targets = Tensor.zeros(data.targetShape().batch(to - from));
            data.draw(samples, from, to, Tensor.zeros(data.inputShape().batch(to - from)), targets);
            for (int i = 0; i < targets.elements(); i++) {
                sums[i % sums.length] += targets.data()[i];
            }
        }
        return sums;
    }

    /// The loss of the samples at some places of an order, and its gradient.
    double evaluate(int[] order, int from, int to, Tensor prediction, Tensor targets, Ops ops, Tensor gradient) {
        if (!data.weighted()) {
            return loss.evaluate(prediction, targets, null, ops, gradient);
        }
        Tensor weights = ops.tensor(Shape.of(to - from));
        for (int i = from; i < to; i++) {
            weights.data()[i - from] = data.weight(order[i]);
        }
        return loss.evaluate(prediction, targets, weights, ops, gradient);
    }
}
