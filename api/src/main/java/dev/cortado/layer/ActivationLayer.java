package dev.cortado.layer;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// An activation as a layer of its own: `activation(relu)`.
///
/// @param activation what is applied to every element, or every row
public record ActivationLayer(Activation activation) implements Layer {
    /// With the identity.
    public ActivationLayer() {
        this(new Identity());
    }

    @Override
    public String name() {
        return "activation";
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Layer withoutActivation() {
        return new ActivationLayer();
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Tensor output = output(input, parameters, step);
        return new Pass(output, gradient -> step.ops().activateBackward(activation, input, output, gradient));
    }

    @Override
    public Tensor output(Tensor input, Parameters parameters, Step step) {
        return step.ops().activate(activation, input);
    }
}
