package dev.cortado.optimizer;

import dev.cortado.engine.Ops;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Parameters;

/// How parameters are changed by their gradients.
public interface Optimizer extends Plugin {
    /// The learning rate to begin with; a training may change it from step to step.
    double learningRate();

    /// Begins to optimise: makes the state that is needed for these parameters.
    ///
    /// An implementer must leave parameters alone that are not trainable at the time of a step, and must not decay any but
    /// weights.
    Stepper start(Parameters parameters, Ops ops);

    /// An optimizer at work on the parameters of one network.
    interface Stepper {
        /// Changes every trainable parameter by its gradient.
        ///
        /// @param step the number of this step, from 1
        /// @param learningRate the learning rate of this step
        void step(long step, double learningRate);

        /// What it remembers from step to step, by names such as `m/0.weight`: to be saved with a checkpoint and, set to
        /// saved values, to go on from there.
        Parameters state();
    }
}
