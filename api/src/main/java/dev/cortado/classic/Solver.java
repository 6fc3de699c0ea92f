package dev.cortado.classic;

/// What fits a multi-layer perceptron.
public enum Solver {
    /// Stochastic gradient descent with momentum.
    SGD,
    /// Adam (Kingma and Ba, 2015).
    ADAM,
    /// Limited-memory BFGS on all samples at once: often the best for small data sets (Liu and Nocedal, 1989).
    LBFGS
}
