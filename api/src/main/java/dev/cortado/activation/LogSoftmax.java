package dev.cortado.activation;

/// The logarithm of [Softmax], row by row: zᵢ − log Σ e^zⱼ.
public record LogSoftmax() implements RowActivation {
    @Override
    public RowFunction function() {
        return RowFunction.LOG_SOFTMAX;
    }
}
