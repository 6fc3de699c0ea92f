package dev.cortado.layer;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// One step of a network's computation, a value without numbers of its own.
///
/// An implementer must not change its input or keep any tensor beyond the step; results come from the step's operations.
/// Shapes are those of one sample, without the batch axis, except in [#forward].
public interface Layer extends Plugin {
    /// The shape of one sample that comes out, for the shape of one that goes in.
    ///
    /// @throws IllegalArgumentException if this layer cannot take such a sample; the message says what it takes
    Shape outputShape(Shape input);

    /// The parameters it needs for samples of this shape; none by default.
    default List<Weight> weights(Shape input) {
        return List.of();
    }

    /// Computes a batch.
    ///
    /// @param input the batch, its first axis counts the samples
    /// @param parameters this layer's own, by the names that [#weights] gave them
    /// @param step whether it is training, and what to compute with
    /// @return the output, and the way back
    Pass forward(Tensor input, Parameters parameters, Step step);

    /// The activation that its output has gone through last; identity where there is none.
    default Activation activation() {
        return new Identity();
    }

    /// This layer without the activation at its end. A loss that declares the same activation as its link takes what goes
    /// into it instead.
    default Layer withoutActivation() {
        return this;
    }
}
