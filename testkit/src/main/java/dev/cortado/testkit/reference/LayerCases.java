package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Pass;
import dev.cortado.layer.Step;
import dev.cortado.layer.Weight;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Layers with given parameters: what comes out, and all gradients.
final class LayerCases implements Family {
    private final Named named = new Named();

    @Override
    public String file() {
        return "layers";
    }

    @Override
    public List<String> missing(ReferenceCase reference) {
        return named.missing(Layer.class, reference.text("layer"));
    }

    @Override
    public void run(ReferenceCase reference, Engine engine) {
        Layer layer = named.get(Layer.class, reference.text("layer"), reference.options());
        Tensor input = reference.tensor("input").tensor();
        Parameters parameters = parameters(reference, layer, input.shape().sample());
        boolean training = !reference.has("mode") || reference.text("mode").equals("training");
        try (Ops ops = Ops.openPoisoned(engine)) {
            Pass pass = layer.forward(input, parameters, new Step(ops, training, Randomness.seed(1)));
            reference.tensor("output").check(pass.output(), 1e-5);
            checkShape(reference, layer, input.shape(), pass.output().shape());
            checkBack(reference, parameters, pass.back());
        }
        checkAll(reference, "buffers_after", parameters, false);
    }

    private static Parameters parameters(ReferenceCase reference, Layer layer, Shape sample) {
        List<Parameter> parameters = new ArrayList<>();
        for (Weight weight : layer.weights(sample)) {
            String field = weight.role() == Parameter.Role.BUFFER ? "buffers" : "parameters";
            Tensor value = reference.part(field).tensor(weight.name()).tensor();
            if (!value.shape().equals(weight.shape())) {
                throw reference.failure("%s: '%s' has shape %s, the layer asks for %s".formatted(
                        field, weight.name(), value.shape(), weight.shape()));
            }
            parameters.add(new Parameter(weight.name(), weight.role(), value));
        }
        return Parameters.of(parameters);
    }

    private static void checkShape(ReferenceCase reference, Layer layer, Shape input, Shape output) {
        Shape said = layer.outputShape(input.sample());
        if (!said.batch(input.rows()).equals(output)) {
            throw reference.failure("outputShape says %s for a sample, the batch that came out is %s".formatted(said, output));
        }
    }

    private static void checkBack(ReferenceCase reference, Parameters parameters, Pass.Back back) {
        Tensor gradient = reference.tensor("output_gradient").tensor();
        if (parameters.trainable()) {
            back.addParameterGradients(gradient);
        }
        if (reference.has("input_gradient")) {
            reference.tensor("input_gradient").check(back.inputGradient(gradient), 1e-5);
        }
        checkAll(reference, "parameter_gradients", parameters, true);
    }

    private static void checkAll(ReferenceCase reference, String field, Parameters parameters, boolean gradients) {
        if (reference.has(field)) {
            ReferenceCase expected = reference.part(field);
            for (String name : expected.names()) {
                Parameter parameter = parameters.get(name);
                expected.tensor(name).check(gradients ? parameter.gradient() : parameter.value(), 1e-5);
            }
        }
    }
}
