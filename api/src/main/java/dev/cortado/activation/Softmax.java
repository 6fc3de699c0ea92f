package dev.cortado.activation;

/// Softmax of each row: e^zᵢ / Σ e^zⱼ, positive numbers that sum to 1, read as the probabilities of the classes.
public record Softmax() implements RowActivation {
    @Override
    public RowFunction function() {
        return RowFunction.SOFTMAX;
    }
}
