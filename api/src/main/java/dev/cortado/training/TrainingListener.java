package dev.cortado.training;

/// Is told what happens in a training, on the training's own thread and between two steps: what it does there, training waits
/// for.
@FunctionalInterface
public interface TrainingListener {
    /// Something happened.
    void on(TrainingEvent event);
}
