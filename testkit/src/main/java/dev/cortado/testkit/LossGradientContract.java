package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The gradient of a loss, held to central differences of its value, and where both lead.
interface LossGradientContract extends LossSubject {
    @Test
    default void theGradientIsTheSlope() {
        checkSlope(null);
    }

    @Test
    default void theGradientIsTheSlopeWithWeightsToo() {
        checkSlope(Sample.uniform(Shape.of(4), 3, 0.1, 3));
    }

    private void checkSlope(@Nullable Tensor weights) {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Tensor target = targets(4, 1);
                Tensor prediction = Sample.uniform(target.shape(), 2, -3, 3);
                LossRun run = LossRun.of(loss(), ops, prediction, target, weights);
                Slopes.check(() -> "The gradient of %s on %s".formatted(loss(), engine.name()), prediction, run.gradient(),
                        moved -> LossRun.of(loss(), ops, moved, target, weights).value(), Math.abs(run.value()) / 4);
            }
        }
    }

    @Test
    default void nothingThatItIsGivenChanges() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Tensor target = targets(4, 1);
                Tensor prediction = Sample.uniform(target.shape(), 2, -3, 3);
                Tensor weights = Sample.uniform(Shape.of(4), 3, 0.1, 3);
                List<Tensor> before = List.of(target.copy(), prediction.copy(), weights.copy());
                LossRun first = LossRun.of(loss(), ops, prediction, target, weights);
                assertThat(List.of(target, prediction, weights)).as("what %s was given", loss()).isEqualTo(before);
                assertThat(LossRun.of(loss(), ops, prediction, target, weights)).as("%s once more", loss()).isEqualTo(first);
            }
        }
    }

    /// Wherever a right prediction is moved to, the loss is not smaller; and a step against the gradient does not raise it.
    @Test
    default void itIsSmallestWhereThePredictionIsRight() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Tensor target = targets(4, 1);
                double best = LossRun.of(loss(), ops, right(target), target, null).value();
                for (int seed = 0; seed < 20 && isSmallestAtItsTarget(); seed++) {
                    Tensor shift = Sample.uniform(target.shape(), 100 + seed, -1, 1);
                    double value = LossRun.of(loss(), ops, moved(right(target), shift, 0.5), target, null).value();
                    assertThat(value).as("%s away from the right prediction, which has %s", loss(), best)
                            .isGreaterThanOrEqualTo(best - 1e-6 * Math.max(1, Math.abs(best)));
                }
                checkDescent(ops, target);
            }
        }
    }

    private void checkDescent(Ops ops, Tensor target) {
        Tensor prediction = Sample.uniform(target.shape(), 2, -3, 3);
        LossRun run = LossRun.of(loss(), ops, prediction, target, null);
        Tensor lower = moved(prediction, run.gradient(), -0.01);
        assertThat(LossRun.of(loss(), ops, lower, target, null).value()).as("%s after a step against its gradient", loss())
                .isLessThanOrEqualTo(run.value() + 1e-6 * Math.max(1, Math.abs(run.value())));
    }

    private static Tensor moved(Tensor from, Tensor direction, double distance) {
        Tensor moved = from.copy();
        for (int i = 0; i < moved.elements(); i++) {
            moved.data()[i] += (float) (distance * direction.data()[i]);
        }
        return moved;
    }

    @Test
    default void predictionsFarOutGiveFiniteNumbers() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Tensor target = targets(4, 1);
                LossRun run = LossRun.of(loss(), ops, Sample.uniform(target.shape(), 5, -60, 60), target, null);
                assertThat(run.value()).as("%s of predictions up to 60", loss()).isFinite();
                Likeness.checkFinite(run.gradient(), () -> "The gradient of %s at predictions up to 60".formatted(loss()));
            }
        }
    }

    @Test
    default void allEnginesAgree() {
        List<LossRun> runs = new ArrayList<>();
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Tensor target = targets(33, 1);
                runs.add(LossRun.of(loss(), ops, Sample.uniform(target.shape(), 2, -3, 3), target, null));
            }
        }
        for (LossRun run : runs) {
            LossRun.checkValue(run.value(), runs.getFirst().value(), loss() + " on another engine");
            Likeness.check(run.gradient(), runs.getFirst().gradient(), 1e-5,
                    () -> "The gradient of %s on another engine".formatted(loss()));
        }
    }
}
