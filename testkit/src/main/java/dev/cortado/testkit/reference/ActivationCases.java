package dev.cortado.testkit.reference;

import dev.cortado.activation.Activation;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Output and derivative of activations, element by element or by rows.
final class ActivationCases implements Family {
    private final Named named = new Named();

    @Override
    public String file() {
        return "activations";
    }

    @Override
    public List<String> missing(ReferenceCase reference) {
        return named.missing(Activation.class, reference.text("activation"));
    }

    @Override
    public void run(ReferenceCase reference, Engine engine) {
        Activation activation = named.get(Activation.class, reference.text("activation"), reference.options());
        Tensor input = reference.tensor("input").tensor();
        try (Ops ops = Ops.open(engine)) {
            Tensor output = ops.activate(activation, input);
            reference.tensor("output").check(output, 1e-5);
            Tensor gradient = outputGradient(reference, input);
            String expected = reference.has("derivative") ? "derivative" : "input_gradient";
            reference.tensor(expected).check(ops.activateBackward(activation, input, output, gradient), 1e-5);
        }
    }

    /// Going back with ones gives the derivative itself.
    private static Tensor outputGradient(ReferenceCase reference, Tensor input) {
        if (!reference.has("derivative")) {
            return reference.tensor("output_gradient").tensor();
        }
        Tensor ones = Tensor.zeros(input.shape());
        ones.fill(1);
        return ones;
    }
}
