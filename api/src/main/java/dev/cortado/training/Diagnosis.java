package dev.cortado.training;

import dev.cortado.data.Subset;
import dev.cortado.engine.Ops;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Step;
import dev.cortado.network.Network;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds out why a step cannot be taken: where the first number is that is infinite or NaN.
///
/// @param what a sentence
/// @param advice what may help
/// @param layer where
/// @param parameter which
record Diagnosis(String what, String advice, @Nullable String layer, @Nullable String parameter) {
    private static final String SHORTER_STEPS = "a smaller learning rate or clipping the gradient may help";
    private static final String CLEANER_DATA = "the data have to be cleaned";

    /// A gradient of this parameter is not finite.
    static Diagnosis ofGradient(Network network, Parameter parameter) {
        String layer = layer(network, index(parameter));
        return new Diagnosis("the gradient of %s in layer %s is %s".formatted(
                parameter.name(), layer, bad(parameter.gradient())), SHORTER_STEPS, layer, parameter.name());
    }

    /// A step has made this parameter infinite or NaN.
    static Diagnosis ofParameter(Network network, Parameter parameter) {
        String layer = layer(network, index(parameter));
        return new Diagnosis("%s in layer %s is %s after it".formatted(parameter.name(), layer, bad(parameter.value())),
                SHORTER_STEPS, layer, parameter.name());
    }

    /// The loss of a batch is not finite, because of the data, a parameter, or what a layer makes of good ones.
    ///
    /// @param samples those of the batch
    static Diagnosis ofLoss(Network network, double loss, Tensor inputs, Tensor targets, Subset samples, Ops ops) {
        String fault = dataFault(inputs, targets, samples);
        if (fault != null) {
            return new Diagnosis("the loss is %s because %s".formatted(loss, fault), CLEANER_DATA, null, null);
        }
        for (Parameter parameter : network.parameters()) {
            if (!parameter.value().isFinite()) {
                String layer = layer(network, index(parameter));
                return new Diagnosis("the loss is %s because %s in layer %s is %s".formatted(
                        loss, parameter.name(), layer, bad(parameter.value())), SHORTER_STEPS, layer, parameter.name());
            }
        }
        return ofLayers(network, loss, inputs, ops);
    }

    private static @Nullable String dataFault(Tensor inputs, Tensor targets, Subset samples) {
        for (Map.Entry<String, Tensor> part : List.of(Map.entry("inputs", inputs), Map.entry("targets", targets))) {
            int row = Finite.badRow(part.getValue());
            if (row >= 0) {
                return "sample %d of the data has %s among its %s".formatted(
                        samples.samples()[row], bad(part.getValue()), part.getKey());
            }
        }
        return samples.weighted() ? weightFault(samples) : null;
    }

    private static @Nullable String weightFault(Subset samples) {
        for (int row = 0; row < samples.size(); row++) {
            float weight = samples.weight(row);
            if (!(weight >= 0 && Float.isFinite(weight))) {
                return "sample %d of the data has the weight %s".formatted(samples.samples()[row], weight);
            }
        }
        return null;
    }

    /// The first layer that makes infinity or NaN of finite numbers; the last layer, if only the loss does.
    private static Diagnosis ofLayers(Network network, double loss, Tensor inputs, Ops ops) {
        List<Layer> layers = network.architecture().layers();
        Step inference = new Step(ops, false, Randomness.seed(0));
        Tensor tensor = inputs;
        int index = 0;
        while (index < layers.size()) {
            tensor = layers.get(index).forward(tensor, network.parameters().scope(Integer.toString(index)), inference).output();
            if (!tensor.isFinite()) {
                break;
            }
            index++;
        }
        String reason = index < layers.size()
                ? "layer %s gives %s".formatted(layer(network, index), bad(tensor))
                : "the network's output is as large as %s".formatted(Finite.largest(tensor));
        return ofLargest(network, "the loss is %s because %s".formatted(loss, reason), Math.min(index, layers.size() - 1));
    }

    /// Names the largest parameter of a layer, or of the nearest before it that has any.
    private static Diagnosis ofLargest(Network network, String reason, int index) {
        for (int i = index; i >= 0; i--) {
            Parameter largest = largest(network.parameters().scope(Integer.toString(i)));
            if (largest != null) {
                String name = i + "." + largest.name().substring(largest.name().indexOf('.') + 1);
                return new Diagnosis("%s; the largest parameter there is %s with %s".formatted(
                        reason, name, Finite.largest(largest.value())), SHORTER_STEPS, layer(network, index), name);
            }
        }
        return new Diagnosis(reason, SHORTER_STEPS, layer(network, index), null);
    }

    private static @Nullable Parameter largest(Parameters parameters) {
        Parameter largest = null;
        for (Parameter parameter : parameters) {
            if (largest == null || Finite.largest(parameter.value()) > Finite.largest(largest.value())) {
                largest = parameter;
            }
        }
        return largest;
    }

    private static int index(Parameter parameter) {
        return Integer.parseInt(parameter.name().substring(0, parameter.name().indexOf('.')));
    }

    private static String layer(Network network, int index) {
        return "%d (%s)".formatted(index, network.architecture().layers().get(index).name());
    }

    private static String bad(Tensor tensor) {
        for (float number : tensor.data()) {
            if (!Float.isFinite(number)) {
                return Float.toString(number);
            }
        }
        return "finite";
    }
}
