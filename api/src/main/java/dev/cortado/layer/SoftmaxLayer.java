package dev.cortado.layer;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Softmax;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// Turns the numbers of each sample into probabilities: `softmax`, the same as `activation(softmax)`.
public record SoftmaxLayer() implements Layer {
    @Override
    public String name() {
        return "softmax";
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1) {
            throw new IllegalArgumentException(
                    "softmax takes samples with one axis, not %s: put flatten before it".formatted(input));
        }
        return input;
    }

    @Override
    public Activation activation() {
        return new Softmax();
    }

    @Override
    public Layer withoutActivation() {
        return Layer.identity();
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Tensor output = step.ops().activate(activation(), input);
        return new Pass(output, gradient -> step.ops().activateBackward(activation(), input, output, gradient));
    }
}
