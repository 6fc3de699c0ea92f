package dev.cortado.classic;

/// How the learning rate of [Solver#SGD] goes on; the other solvers have their own.
public enum LearningRate {
    /// η stays what it is.
    CONSTANT,
    /// η / (t + 1)^p after every iteration, t being the number of samples learned from so far.
    INVSCALING,
    /// η stays while the loss falls; whenever it has not fallen for `nIterNoChange` iterations, it is divided by 5, and at
    /// 10⁻⁶ fitting ends.
    ADAPTIVE
}
