package dev.cortado.data;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Samples with their targets, drawn in batches.
///
/// An implementer must be immutable and usable from several threads. A training may draw a mini-batch while it learns from the one before.
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

    /// Writes samples into neighbouring rows of a batch, as several threads do that draw parts of one. By default they are drawn into a batch of their own and
    /// copied; to be overridden by who can write them in place.
    ///
    /// @param inputs of shape [rows, input shape…]: receives the inputs, from row `row` on
    /// @param targets of shape [rows, target shape…]: receives the targets
    /// @param row the row of the first of these samples
    default void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets, int row) {
        if (row == 0 && inputs.rows() == to - from) {
            draw(samples, from, to, inputs, targets);
            return;
        }
        Tensor ownInputs = Tensor.zeros(inputShape().batch(to - from));
        Tensor ownTargets = Tensor.zeros(targetShape().batch(to - from));
        draw(samples, from, to, ownInputs, ownTargets);
        System.arraycopy(ownInputs.data(), 0, inputs.data(), row * inputs.columns(), ownInputs.elements());
        System.arraycopy(ownTargets.data(), 0, targets.data(), row * targets.columns(), ownTargets.elements());
    }

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
