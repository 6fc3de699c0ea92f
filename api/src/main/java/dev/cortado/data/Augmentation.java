package dev.cortado.data;

import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// A random change of samples as they are drawn for learning, after which they still are what their targets say: a shifted
/// digit is the same digit. A network then never learns from quite the same sample twice.
public interface Augmentation extends Plugin {
    /// Says whether samples of this shape can be changed so.
    ///
    /// @param sample the shape of one sample, without the batch
    /// @throws IllegalArgumentException if they cannot, with the reason
    void requireFit(Shape sample);

    /// Changes the samples of a batch in place, each by random numbers of its own.
    ///
    /// An implementer must draw from `randomness` alone, by the sample's place in the batch, so that equal seeds give equal
    /// samples; and must keep no tensor and allocate nothing in proportion to the batch.
    ///
    /// @param inputs the batch, samples first
    /// @param randomness the randomness of this step
    void apply(Tensor inputs, Randomness randomness);
}
