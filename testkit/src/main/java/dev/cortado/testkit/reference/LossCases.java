package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        Loss loss = named.get(Loss.class, reference.text("loss"), reference.options());
        Tensor prediction = reference.tensor("prediction").tensor();
        Tensor target = reference.tensor("target").tensor();
        Tensor gradient = Tensor.zeros(prediction.shape());
        try (Ops ops = Ops.open(engine)) {
            double value = loss.evaluate(prediction, target, weights(reference, target), ops, gradient);
            Reference.of(reference.part("value"), new int[0], reference.number("value"))
                    .check(Tensor.of(Shape.of(), value), 1e-5);
            reference.tensor("gradient").check(gradient, 1e-5);
        }
    }

    /// A sample weighs what its class does.
    private static @Nullable Tensor weights(ReferenceCase reference, Tensor target) {
        if (!reference.has("class_weights")) {
            return null;
        }
        Tensor classWeights = reference.tensor("class_weights").tensor();
        Tensor weights = Tensor.zeros(Shape.of(target.rows()));
        for (int i = 0; i < target.elements(); i++) {
            weights.data()[i / target.columns()] += target.data()[i] * classWeights.data()[i % target.columns()];
        }
        return weights;
    }
}
