package dev.cortado.layer;

import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// Lays each sample out as one row: an image of [1, 28, 28] becomes [784].
public record Flatten() implements Layer {
    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(input.elements());
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        return new Pass(output(input, parameters, step), gradient -> gradient.reshape(input.shape()));
    }

    @Override
    public Tensor output(Tensor input, Parameters parameters, Step step) {
        return step.ops().matrix(input);
    }
}
