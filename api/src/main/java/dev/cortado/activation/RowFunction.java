package dev.cortado.activation;

/// The functions of whole rows that every engine has a kernel for.
public enum RowFunction {
    /// e^x / Σ e^x: positive numbers that sum to 1.
    SOFTMAX,
    /// x − log Σ e^x: the logarithm of softmax.
    LOG_SOFTMAX
}
