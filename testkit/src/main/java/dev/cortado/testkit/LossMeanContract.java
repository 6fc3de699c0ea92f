package dev.cortado.testkit;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// A loss is a mean: how large the batch is does not matter, and what a row counts may be shifted by weights.
interface LossMeanContract extends LossSubject {
    @Test
    default void theSameSamplesTwiceHaveTheSameLoss() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Tensor target = targets(3, 1);
                Tensor prediction = Sample.uniform(target.shape(), 2, -3, 3);
                LossRun once = LossRun.of(loss(), ops, prediction, target, null);
                int[] twice = {0, 1, 2, 0, 1, 2};
                LossRun both = LossRun.of(loss(), ops, Targets.rows(prediction, twice), Targets.rows(target, twice), null);
                LossRun.checkValue(both.value(), once.value(), loss() + " of the same samples twice");
                Tensor halves = Targets.map(Targets.rows(once.gradient(), twice), g -> g / 2);
                Likeness.check(both.gradient(), halves, 1e-5,
                        () -> "The gradient of %s of the same samples twice".formatted(loss()));
            }
        }
    }

    @Test
    default void theLossOfABatchIsTheMeanOfItsSamples() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Tensor target = targets(5, 1);
                Tensor prediction = Sample.uniform(target.shape(), 2, -3, 3);
                double sum = 0;
                double count = 0;
                for (int row = 0; row < 5; row++) {
                    Tensor alone = Targets.rows(target, row);
                    sum += LossRun.of(loss(), ops, Targets.rows(prediction, row), alone, null).value() * loss().count(alone);
                    count += loss().count(alone);
                }
                LossRun.checkValue(LossRun.of(loss(), ops, prediction, target, null).value(), sum / count, loss() + " of a batch");
                if (!(Math.abs(loss().count(target) - count) <= 1e-5 * count)) {
                    throw new AssertionError("%s: a batch counts %s, and its samples one by one %s".formatted(loss(), loss().count(target), count));
                }
            }
        }
    }

    @Test
    default void equalWeightsAreNoWeights() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Tensor target = targets(4, 1);
                Tensor prediction = Sample.uniform(target.shape(), 2, -3, 3);
                LossRun without = LossRun.of(loss(), ops, prediction, target, null);
                LossRun with = LossRun.of(loss(), ops, prediction, target, Tensor.of(Shape.of(4), 3, 3, 3, 3));
                LossRun.checkValue(with.value(), without.value(), loss() + " with equal weights");
                Likeness.check(with.gradient(), without.gradient(), 1e-5,
                        () -> "The gradient of %s with equal weights".formatted(loss()));
            }
        }
    }

    @Test
    default void aSampleOfWeightTwoCountsTwiceAndOneOfWeightNoneNotAtAll() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Tensor target = targets(4, 1);
                Tensor prediction = Sample.uniform(target.shape(), 2, -3, 3);
                int[] counted = {0, 1, 1, 3};
                LossRun repeated =
                        LossRun.of(loss(), ops, Targets.rows(prediction, counted), Targets.rows(target, counted), null);
                LossRun weighted = LossRun.of(loss(), ops, prediction, target, Tensor.of(Shape.of(4), 1, 2, 0, 1));
                LossRun.checkValue(weighted.value(), repeated.value(), loss() + " with weights 1, 2, 0, 1");
                Tensor expected = expected(repeated.gradient());
                Likeness.check(weighted.gradient(), expected, 1e-5,
                        () -> "The gradient of %s with weights 1, 2, 0, 1".formatted(loss()));
            }
        }
    }

    /// Both gradients of the sample that was there twice fall on the one that counts twice.
    private static Tensor expected(Tensor repeated) {
        Tensor expected = Targets.rows(repeated, 0, 1, 2, 3);
        int columns = expected.columns();
        for (int c = 0; c < columns; c++) {
            expected.data()[columns + c] *= 2;
            expected.data()[2 * columns + c] = 0;
        }
        return expected;
    }
}
