package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every optimizer must keep: it goes downhill, goes on from its state, changes what is trainable and nothing else.
///
/// ```java
/// class DescentTest implements OptimizerContract {
///     public Optimizer optimizer() { return new Descent(0.1); }
/// }
/// ```
public interface OptimizerContract extends FormContract {
    /// The optimizer to be tested, with a learning rate at which it gets on.
    Optimizer optimizer();

    @Override
    default Plugin plugin() {
        return optimizer();
    }

    /// Whether the number of the step matters, as for one that corrects its first means.
    default boolean dependsOnTheStep() {
        return false;
    }

    /// The sum of squared distances from a point shrinks, from the first step on.
    @Test
    default void itLowersAQuadratic() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                OptimizerRun run = new OptimizerRun(optimizer(), ops);
                double start = run.distance();
                run.steps(1, 1);
                double first = run.distance();
                run.steps(2, 100);
                assertThat(first).as("%s after one step from %s", optimizer(), start).isLessThan(start);
                assertThat(run.distance()).as("%s after a hundred steps from %s", optimizer(), start).isLessThan(first);
            }
        }
    }

    @Test
    default void whatIsNotTrainableIsLeftAlone() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                OptimizerRun run = new OptimizerRun(optimizer(), ops);
                run.parameter("bias").freeze(true);
                run.steps(1, 3);
                run.checkUntouched("bias");
                run.checkUntouched("buffer");
                run.parameter("weight").freeze(true);
                Tensor weight = run.parameter("weight").value().copy();
                run.steps(4, 6);
                Rounding.checkBits(run.parameter("weight").value(), weight, () -> optimizer() + " has changed a frozen weight");
            }
        }
    }

    /// A run that is taken up again, with the parameters and the state alone, ends in the same bits.
    @Test
    default void itsStateIsAllThatItRemembers() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                OptimizerRun whole = new OptimizerRun(optimizer(), ops);
                whole.steps(1, 5);
                OptimizerRun resumed = new OptimizerRun(optimizer(), ops);
                resumed.takeUp(whole);
                whole.steps(6, 10);
                resumed.steps(6, 10);
                assertThat(resumed.values()).as("%s resumed from its state", optimizer()).isEqualTo(whole.values());
            }
        }
    }

    /// Told by a small gradient the other way, which alone would turn round even those whose steps have one size.
    @Test
    default void itUsesItsState() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                OptimizerRun run = new OptimizerRun(optimizer(), ops);
                run.steps(1, 5);
                OptimizerRun forgetful = new OptimizerRun(optimizer(), ops);
                forgetful.takeUp(run);
                for (Parameter state : forgetful.state()) {
                    state.value().fill(0);
                }
                run.stepWithGradient(6, -0.1f);
                forgetful.stepWithGradient(6, -0.1f);
                if (run.state().elements() > 0) {
                    assertThat(forgetful.values()).as("%s with its state forgotten", optimizer()).isNotEqualTo(run.values());
                }
            }
        }
    }

    @Test
    default void theStepMattersAsItSays() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                OptimizerRun first = new OptimizerRun(optimizer(), ops);
                OptimizerRun later = new OptimizerRun(optimizer(), ops);
                first.steps(1, 1);
                later.steps(50, 50);
                assertThat(first.values().equals(later.values())).as("whether steps 1 and 50 of %s are the same", optimizer())
                        .isEqualTo(!dependsOnTheStep());
            }
        }
    }

    @Test
    default void theLearningRateOfTheStepCounts() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                OptimizerRun still = new OptimizerRun(optimizer(), ops);
                List<Tensor> start = still.values();
                still.step(1, 0);
                assertThat(still.values()).as("%s after a step with learning rate 0", optimizer()).isEqualTo(start);
                OptimizerRun slow = new OptimizerRun(optimizer(), ops);
                OptimizerRun fast = new OptimizerRun(optimizer(), ops);
                slow.step(1, optimizer().learningRate() / 2);
                fast.step(1, optimizer().learningRate());
                assertThat(slow.moved()).as("how far %s goes at half its learning rate", optimizer())
                        .isGreaterThan(0).isLessThan(fast.moved());
            }
        }
    }

    /// Decay is for weights: a bias whose gradient is 0 stays.
    @Test
    default void withoutAGradientABiasStays() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                OptimizerRun run = new OptimizerRun(optimizer(), ops);
                for (int step = 1; step <= 3; step++) {
                    run.stepWithoutGradient(step);
                }
                run.checkUntouched("bias");
                run.values().forEach(value -> Likeness.checkFinite(value, () -> optimizer() + " without a gradient"));
            }
        }
    }

    @Test
    default void tinyAndHugeGradientsGiveFiniteNumbers() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                for (float size : new float[] {1e-38f, 1e-20f, 1e15f}) {
                    OptimizerRun run = new OptimizerRun(optimizer(), ops);
                    run.stepWithGradient(1, size);
                    run.stepWithGradient(2, -size);
                    run.values().forEach(value ->
                            Likeness.checkFinite(value, () -> "%s with gradients of %s".formatted(optimizer(), size)));
                }
            }
        }
    }

    @Test
    default void equalRunsGiveEqualBitsAndAllEnginesAgree() {
        List<List<Tensor>> results = new ArrayList<>();
        for (Engine engine : Engines.here()) {
            try (Ops poisoned = Ops.openPoisoned(engine); Ops ops = Ops.open(engine)) {
                OptimizerRun first = new OptimizerRun(optimizer(), poisoned);
                OptimizerRun second = new OptimizerRun(optimizer(), ops);
                first.steps(1, 20);
                second.steps(1, 20);
                assertThat(first.values()).as("%s twice", optimizer()).isEqualTo(second.values());
                results.add(first.values());
            }
        }
        for (List<Tensor> values : results) {
            for (int i = 0; i < values.size(); i++) {
                Likeness.check(values.get(i), results.getFirst().get(i), 1e-4, () -> optimizer() + " on another engine");
            }
        }
    }

    @Test
    default void aShortRunLowersTheLoss() {
        ShortRun.of(optimizer()).checkItLearns();
    }

    @Test
    default void aNetworkWithItIsSavedAndLoaded() {
        ShortRun.of(optimizer()).checkItIsSavedAndLoaded();
    }
}
