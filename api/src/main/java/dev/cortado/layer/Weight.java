package dev.cortado.layer;

import dev.cortado.initializer.Initializer;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;

/// What a layer says of a parameter that it needs.
///
/// @param name its name within the layer, such as `weight`
/// @param role what it is for
/// @param initializer what it is at the start
/// @param fanIn how many numbers flow into one unit
/// @param fanOut how many units one number flows into
public record Weight(
        String name, Shape shape, Parameter.Role role, Initializer initializer, int fanIn, int fanOut) {
    /// Checks the name, so that a model file can hold it.
    ///
    /// @throws IllegalArgumentException if there is none, or it has a slash, which stands in a checkpoint before what is not the network's
    public Weight {
        if (name.isEmpty() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("A parameter is called by a name without a slash, such as weight, not '%s'".formatted(name));
        }
    }
}
