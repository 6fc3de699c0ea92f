package dev.cortado.layer;

import dev.cortado.engine.Ops;
import dev.cortado.tensor.Randomness;

/// What a layer computes with: the engine's operations, whether it is training, and the randomness of this step.
///
/// @param ops the operations; their results hold until the end of the step
/// @param training whether the network learns in this step; if not, nothing may be random or change
/// @param randomness that of this layer in this step
public record Step(Ops ops, boolean training, Randomness randomness) {
    /// The step as the part of this name sees it, with a randomness of its own.
    public Step in(String part) {
        return training ? new Step(ops, true, randomness.at(part)) : this;
    }
}
