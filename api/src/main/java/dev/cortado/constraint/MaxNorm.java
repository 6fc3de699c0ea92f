package dev.cortado.constraint;

import dev.cortado.engine.Ops;
import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Tensor;

/// The weights into each unit have a Euclidean length of at most so much; longer ones are shortened (Srebro and Shraibman,
/// *Rank, trace-norm and max-norm*, 2005; with dropout by Srivastava et al., 2014).
///
/// As in Keras, a unit's weights are a column of a dense weight (in, out), and one filter of a convolution's; a vector is
/// taken as a whole.
///
/// @param maximum the length allowed
public record MaxNorm(@Setting(above = 0) double maximum) implements Constraint {
    /// At most 2.
    public MaxNorm() {
        this(2);
    }

    @Override
    public void apply(Tensor value, Ops ops) {
        UnitNorms.scale(value, ops, norm -> norm > maximum ? maximum / norm : 1);
    }
}
