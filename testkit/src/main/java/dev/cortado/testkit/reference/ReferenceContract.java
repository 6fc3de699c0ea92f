package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// What an engine must compute with the standard plug-ins: what PyTorch and scikit-learn do.
///
/// ```java
/// class MyEngineReferenceTest implements ReferenceContract {
///     public Engine engine() { return new MyEngine(); }
/// }
/// ```
///
/// Float32 results must be within 1e-5 of the reference, relative to the largest magnitude in the tensor; within 1e-4 after
/// whole training runs. Each family prints how many cases it has and how many passed; a case whose plug-in is unknown fails. `-Dcortado.golden=DIR` reads the cases of another folder.
public interface ReferenceContract {
    /// The engine to compute with.
    Engine engine();

    /// Runs every case of activations.json.
    @Test
    default void activationsAgree(TestReporter reporter) {
        Tally.run(new ActivationCases(), engine(), reporter);
    }

    /// Runs every case of losses.json.
    @Test
    default void lossesAgree(TestReporter reporter) {
        Tally.run(new LossCases(), engine(), reporter);
    }

    /// Runs every case of optimizers.json.
    @Test
    default void optimizersAgree(TestReporter reporter) {
        Tally.run(new OptimizerCases(), engine(), reporter);
    }

    /// Runs every case of layers.json.
    @Test
    default void layersAgree(TestReporter reporter) {
        Tally.run(new LayerCases(), engine(), reporter);
    }

    /// Runs every case of training.json.
    @Test
    default void trainingsAgree(TestReporter reporter) {
        Tally.run(new TrainingCases(), engine(), reporter);
    }

    /// Runs every case of schedules.json.
    @Test
    default void schedulesAgree(TestReporter reporter) {
        Tally.run(new ScheduleCases(), engine(), reporter);
    }

    /// Runs every case of scikit_learn.json.
    @Test
    default void scikitLearnAgrees(TestReporter reporter) {
        Tally.run(new ScikitLearnCases(), engine(), reporter);
    }
}
