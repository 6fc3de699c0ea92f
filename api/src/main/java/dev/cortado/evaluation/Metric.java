package dev.cortado.evaluation;

import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Tensor;

/// A figure that says how good predictions are: what early stopping watches and a search compares, by name or as a value.
///
/// A metric is fed batch by batch, so that a data set of any size can be judged; it keeps what it needs and no more. An
/// implementer must give the same value for the same samples, in whatever batches they come.
public interface Metric extends Plugin {
    /// Whether more is better; otherwise less is.
    default boolean largerIsBetter() {
        return true;
    }

    /// Begins to measure.
    Total start();

    /// Whether a value is better than another by more than this much. Anything is better than NaN.
    default boolean isBetter(double value, double than, double by) {
        if (Double.isNaN(than)) {
            return !Double.isNaN(value);
        }
        return largerIsBetter() ? value > than + by : value < than - by;
    }

    /// A measurement under way.
    interface Total {
        /// Takes one more batch. An implementer must neither change nor keep the tensors.
        ///
        /// @param prediction what the network says, after the loss's link: probabilities for a loss on logits
        /// @param target what was wanted, of the same shape
        void add(Tensor prediction, Tensor target);

        /// The figure for all batches so far; NaN where it is not defined.
        double value();
    }
}
