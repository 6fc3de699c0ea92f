package dev.cortado.training;

/// Is told what happens in a training, on the training's own thread and between two steps: what it does there, training waits
/// for.
@FunctionalInterface
public interface TrainingListener {
    /// Something happened. What it throws ends the training's step, and is thrown by that: a listener that is only to watch
    /// throws nothing.
    void on(TrainingEvent event);
}
