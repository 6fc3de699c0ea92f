package dev.cortado.data;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Samples with their targets, drawn in batches.
///
/// An implementer must be immutable and usable from several threads.
public interface Dataset {
    /// The number of samples.
    int size();

    /// The shape of one sample's input, without a batch axis: `[1, 28, 28]`.
    Shape inputShape();

    /// The shape of one sample's target: `[10]` for ten classes, one-hot.
    Shape targetShape();

    /// Writes samples into a batch, in this order.
    ///
    /// @param samples numbers of samples, each from 0 to size − 1
    /// @param from the first place of `samples` to use
    /// @param to one beyond the last place
    /// @param inputs of shape [to − from, input shape…]: receives the inputs
    /// @param targets of shape [to − from, target shape…]: receives the targets
    void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets);

    /// Whether samples count differently in the loss.
    default boolean weighted() {
        return false;
    }

    /// What a sample counts in the loss of its batch, beside the others: at least 0, and 1 where all count the same.
    default float weight(int sample) {
        return 1;
    }

    /// What the classes are called, in the order of the target's columns; empty if targets are not classes.
    default List<String> classes() {
        return List.of();
    }
}
