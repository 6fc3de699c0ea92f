package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.engine.Ops;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// How wrong a batch of predictions is. Smaller is better.
///
/// An implementer must give a mean: over all elements, or over rows. With sample weights it is the weighted sum over the sum
/// of the weights; where all weights are 0, it is 0.
public interface Loss extends Plugin {
    /// The activation that turns what this loss takes into predictions: the identity, or softmax for a loss on logits.
    default Activation link() {
        return new Identity();
    }

    /// Says whether outputs of this shape can be judged: a setting, such as class weights, may be for another number of columns.
    ///
    /// @param output the shape of one sample's output, without the batch
    /// @throws IllegalArgumentException if they cannot, with the reason
    default void requireFit(Shape output) {
    }

    /// The loss of a batch and its gradient.
    ///
    /// @param prediction what came out of the network, before the [#link]
    /// @param target what was wanted, of the same shape
    /// @param weights one number for each row, or null for equal weights
    /// @param gradient of the prediction's shape: receives the derivative of the loss with respect to it
    /// @return the loss
    double evaluate(Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient);

    /// How much the rows of a batch count together, beside another batch: as many as they are, unless class weights say otherwise. The mean over both batches weighs
    /// theirs so.
    ///
    /// @param target what was wanted
    default double count(Tensor target) {
        return target.rows();
    }

    /// Whether something in its settings, such as "balanced" class weights, is to be worked out from the samples that a
    /// training learns from. Until then it is left out of account.
    default boolean needsBalance() {
        return false;
    }

    /// This loss with that worked out. Asked for by a training before its first step.
    ///
    /// @param targetSums the sum of each column of all targets: of one-hot targets, how many samples each class has
    /// @param samples the number of samples
    default Loss balanced(double[] targetSums, long samples) {
        return this;
    }
}
