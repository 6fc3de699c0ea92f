package dev.cortado.testkit;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Pass;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The way back through a layer, held to central differences of Σ output · random.
interface LayerGradientContract extends LayerSubject {
    @Test
    default void theInputGradientIsTheSlope() {
        for (Engine engine : hasInputGradient() ? Engines.here() : List.<Engine>of()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Parameters parameters = LayerRun.parameters(layer(), sample());
                Tensor input = batch(3, 1);
                LayerRun run = LayerRun.training(layer(), input, parameters, ops, 1, true);
                checkSlope("The input gradient", ops, parameters, input, input, run.inputGradient().getFirst());
            }
        }
    }

    @Test
    default void theParameterGradientsAreTheSlopes() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Parameters parameters = LayerRun.parameters(layer(), sample());
                Tensor input = batch(3, 2);
                LayerRun.training(layer(), input, parameters, ops, 1, hasInputGradient());
                for (Parameter parameter : parameters) {
                    if (parameter.trainable()) {
                        Tensor gradient = parameter.gradient().copy();
                        checkSlope("The gradient of " + parameter, ops, parameters, input, parameter.value(), gradient);
                    }
                }
            }
        }
    }

    private void checkSlope(String what, Ops ops, Parameters parameters, Tensor input, Tensor moved, Tensor gradient) {
        Layer layer = layer();
        Tensor output = layer.forward(input, parameters, LayerRun.step(ops, true, 1)).output().copy();
        Tensor weights = LayerRun.outputGradient(output.shape());
        ops.reset();
        Slopes.check(() -> "%s of %s on %s".formatted(what, layer, ops.engine().name()), moved, gradient, _ -> {
            double sum = Slopes.dot(layer.forward(input, parameters, LayerRun.step(ops, true, 1)).output(), weights);
            ops.reset();
            return sum;
        }, Slopes.magnitude(output, weights));
    }

    @Test
    default void parameterGradientsAreAddedToWhatIsThere() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Parameters parameters = LayerRun.parameters(layer(), sample());
                LayerRun once = LayerRun.training(layer(), batch(3, 3), parameters, ops, 1, hasInputGradient());
                if (parameters.trainable()) {
                    backTwice(ops, parameters);
                }
                for (int i = 0, n = 0; i < parameters.list().size(); i++) {
                    Parameter parameter = parameters.list().get(i);
                    if (parameter.trainable()) {
                        Tensor doubled = once.parameterGradients().get(n++);
                        for (int e = 0; e < doubled.elements(); e++) {
                            doubled.data()[e] *= 2;
                        }
                        Likeness.check(parameter.gradient(), doubled, 1e-5,
                                () -> "The gradient of %s of %s after two ways back".formatted(parameter, layer()));
                    }
                }
            }
        }
    }

    private void backTwice(Ops ops, Parameters parameters) {
        parameters.forEach(parameter -> parameter.gradient().fill(0));
        for (int i = 0; i < 2; i++) {
            Pass pass = layer().forward(batch(3, 3), parameters, LayerRun.step(ops, true, 1));
            pass.back().addParameterGradients(LayerRun.outputGradient(pass.output().shape()));
            ops.reset();
        }
    }
}
