package dev.cortado.testkit;

import dev.cortado.engine.Ops;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What a loss says of a batch: its value, and the gradient written over what must not matter.
record LossRun(double value, Tensor gradient) {

    static LossRun of(Loss loss, Ops ops, Tensor prediction, Tensor target, @Nullable Tensor weights) {
        Tensor gradient = Sample.poison(prediction.shape());
        double value = loss.evaluate(prediction, target, weights, ops, gradient);
        ops.reset();
        return new LossRun(value, gradient);
    }

    /// Fails unless a value is another's, to float32.
    static void checkValue(double actual, double expected, String what) {
        if (!(Math.abs(actual - expected) <= 1e-5 * Math.max(1e-2, Math.abs(expected)))) {
            throw new AssertionError("%s: the loss is %s, should be %s".formatted(what, actual, expected));
        }
    }
}
