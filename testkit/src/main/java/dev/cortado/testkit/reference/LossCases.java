package dev.cortado.testkit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Values of losses and their gradients.
final class LossCases implements Family {
    private final Named named = new Named();

    @Override
    public String file() {
        return "losses";
    }

    @Override
    public List<String> missing(ReferenceCase reference) {
        return named.missing(Loss.class, reference.text("loss"));
    }

    @Override
    public void run(ReferenceCase reference, Engine engine) {
        Loss loss = named.get(Loss.class, reference.text("loss"), settings(reference));
        Tensor prediction = reference.tensor("prediction").tensor();
        Tensor target = reference.tensor("target").tensor();
        Tensor gradient = Tensor.zeros(prediction.shape());
        try (Ops ops = Ops.open(engine)) {
            double value = loss.evaluate(prediction, target, null, ops, gradient);
            Reference.of(reference.part("value"), new int[0], reference.number("value"))
                    .check(Tensor.of(Shape.of(), value), 1e-5);
            reference.tensor("gradient").check(gradient, 1e-5);
        }
    }

    /// The case's options, with its class weights as one more.
    private static JsonNode settings(ReferenceCase reference) {
        if (!reference.has("class_weights")) {
            return reference.options();
        }
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        reference.options().properties().forEach(option -> settings.set(option.getKey(), option.getValue()));
        ArrayNode weights = settings.putArray("class_weights");
        for (double weight : reference.part("class_weights").numbers("data")) {
            weights.add(weight);
        }
        return settings;
    }
}
