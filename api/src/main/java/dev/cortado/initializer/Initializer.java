package dev.cortado.initializer;

import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;

/// What the numbers of a parameter are at the start.
///
/// Where the numbers depend on each other, as those of [Orthogonal] do, an implementer overrides [#fill].
public interface Initializer extends Plugin {
    /// The first value of one element.
    ///
    /// @param element its position
    /// @param fanIn how many numbers flow into one unit
    /// @param fanOut how many units one number flows into
    /// @param randomness the randomness of this parameter
    double value(long element, int fanIn, int fanOut, Randomness randomness);

    /// Writes all elements; an implementer may override it where elements depend on each other.
    default void fill(Tensor tensor, int fanIn, int fanOut, Randomness randomness) {
        float[] data = tensor.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) value(i, fanIn, fanOut, randomness);
        }
    }
}
