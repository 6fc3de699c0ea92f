package dev.cortado.layer;

import dev.cortado.tensor.Tensor;

/// What came out of a layer, and the way back through it.
///
/// @param output the batch that came out
/// @param back the way back, for this very step
public record Pass(Tensor output, Back back) {
    /// The way back through a layer: the chain rule's step from the gradient of its output to those of its parameters and of
    /// its input.
    ///
    /// The gradient given to both is the same. An implementer must not change it.
    public interface Back {
        /// Adds to the parameters' gradients. Called at most once, before [#inputGradient]; not called for a layer
        /// without trainable parameters.
        default void addParameterGradients(Tensor outputGradient) {
        }

        /// The gradient with respect to the input. Called only where something trainable lies below.
        Tensor inputGradient(Tensor outputGradient);
    }
}
