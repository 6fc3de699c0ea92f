package dev.cortado.layer;

import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// Lays the numbers of each sample out in another shape, in the same order: `reshape([1, 28, 28])`.
///
/// @param shape that of one sample, without the batch axis
public record Reshape(@Setting(required = true, min = 1) Shape shape) implements Layer {
    /// The prototype; the shape has to be given.
    public Reshape() {
        this(Shape.of(0));
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.elements() != shape.elements()) {
            throw new IllegalArgumentException("reshape(%s) does not take samples of %s: %d numbers are not %d"
                    .formatted(shape, input, input.elements(), shape.elements()));
        }
        return shape;
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        return new Pass(input.reshape(shape.batch(input.rows())), gradient -> gradient.reshape(input.shape()));
    }
}
