package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.engine.Ops;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How wrong a batch of predictions is. Smaller is better.
///
/// An implementer must give a mean: over all elements, or over rows. With sample weights it is the weighted sum over the sum
/// of the weights.
public interface Loss extends Plugin {
    /// The activation that turns what this loss takes into predictions: the identity, or softmax for a loss on logits.
    default Activation link() {
        return new Identity();
    }

    /// The loss of a batch and its gradient.
    ///
    /// @param prediction what came out of the network, before the [#link]
    /// @param target what was wanted, of the same shape
    /// @param weights one number for each row, or null for equal weights
    /// @param gradient of the prediction's shape: receives the derivative of the loss with respect to it
    /// @return the loss
    double evaluate(Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient);
}
