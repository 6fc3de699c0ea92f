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

    /// The output alone, where nothing will be trained: what predicting calls. An implementer may leave out what [#forward]
    /// does for the way back, and must give the same bits.
    ///
    /// @param step a step that is not training
    default Tensor output(Tensor input, Parameters parameters, Step step) {
        return forward(input, parameters, step).output();
    }

    /// How many additions and multiplications it takes to compute the output of one sample. What is not said counts two for
    /// each weight and one for each bias, as in a product; a layer that uses its weights more than once, or not all of
    /// them, must say so. Functions of single numbers are not counted.
    default long flops(Shape input) {
        return weights(input).stream().mapToLong(each -> switch (each.role()) {
            case WEIGHT -> 2L * each.shape().elements();
            case BIAS -> each.shape().elements();
            case BUFFER -> 0;
        }).sum();
    }

    /// The layers that it is made of, each fed by the one before it; none by default. Their parameters' names begin with
    /// `layers.0.`, `layers.1.`, and so on.
    default List<Layer> layers() {
        return List.of();
    }

    /// The activation that its output has gone through last; identity where there is none.
    default Activation activation() {
        return new Identity();
    }

    /// This layer without the activation at its end. A loss that declares the same activation as its link takes what goes
    /// into it instead.
    default Layer withoutActivation() {
        return this;
    }

    /// A layer that changes nothing.
    static Layer identity() {
        return new ActivationLayer();
    }
}
