package dev.cortado.constraint;

import dev.cortado.engine.Ops;
import dev.cortado.tensor.Tensor;

/// The weights into each unit have a Euclidean length of 1; those that are all zero, or next to it, stay so.
///
/// As in Keras, a unit's weights are a column of a dense weight (in, out), and one filter of a convolution's; a vector is
/// taken as a whole.
public record UnitNorm() implements Constraint {
    @Override
    public void apply(Tensor value, Ops ops) {
        UnitNorms.scale(value, ops, norm -> norm > Float.MIN_NORMAL ? 1 / norm : 1);
    }
}
