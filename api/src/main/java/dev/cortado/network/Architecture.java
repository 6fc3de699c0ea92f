package dev.cortado.network;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.activation.RowActivation;
import dev.cortado.activation.Sigmoid;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Weight;
import dev.cortado.loss.Loss;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/// What a network is, without its numbers: the description that JSON and the fluent Java form have in common.
///
/// @param input the shape of one sample
/// @param layers what it goes through, in this order
/// @param loss what is minimised
/// @param optimizer what minimises it
public record Architecture(Shape input, List<Layer> layers, Loss loss, Optimizer optimizer) {
    /// Checks that the layers fit each other, and the loss the last, and that every setting is given and good.
    ///
    /// @throws IllegalArgumentException if not; the message names the layer
    public Architecture {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("A network needs at least one layer");
        }
        check("loss", loss);
        check("optimizer", optimizer);
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            shape = outputShape(i, layers.get(i), shape);
        }
        requireFit(loss, shape);
        refuseTwoLinks(layers.getLast(), loss);
    }

    private static void check(String what, Plugin plugin) {
        try {
            Plugins.check(plugin);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The %s: %s".formatted(what, e.getMessage()), e);
        }
    }

    private static void requireFit(Loss loss, Shape output) {
        try {
            loss.requireFit(output);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The loss: " + e.getMessage(), e);
        }
    }

    private static Shape outputShape(int index, Layer layer, Shape input) {
        try {
            Plugins.check(layer);
            Shape output = layer.outputShape(input);
            if (output == null) {
                throw new IllegalArgumentException("It gives null for the shape of its output, of inputs of " + input);
            }
            return output;
        } catch (IllegalArgumentException e) {
            throw named(index, layer, e);
        }
    }

    private static IllegalArgumentException named(int index, Layer layer, IllegalArgumentException e) {
        return new IllegalArgumentException("Layer %d (%s): %s".formatted(index, layer.name(), e.getMessage()), e);
    }

    /// A loss on logits applies its link itself; what it gets must not have gone through another such activation already.
    private static void refuseTwoLinks(Layer last, Loss loss) {
        Activation end = last.activation();
        boolean squashed = end instanceof RowActivation || end instanceof Sigmoid;
        if (squashed && !(loss.link() instanceof Identity) && !same(end, loss.link())) {
            throw new IllegalArgumentException(
                    "The last layer ends in %s, but %s applies %s itself: end in no activation, or in %s"
                            .formatted(end.name(), loss.name(), loss.link().name(), loss.link().name()));
        }
    }

    /// Most differ by their class already, and two records that are compared for the first time in a process take the JVM 12 ms.
    private static boolean same(Activation a, Activation b) {
        return a.getClass() == b.getClass() && a.equals(b);
    }

    /// The shape of one sample of the output.
    public Shape output() {
        return shapes().getLast();
    }

    /// The shape of one sample before the first layer and after each.
    public List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>(List.of(input));
        for (Layer layer : layers) {
            shapes.add(layer.outputShape(shapes.getLast()));
        }
        return shapes;
    }

    /// Refuses samples that do not fit, before anything is computed with them.
    ///
    /// @param what whose they are: `data`
    /// @param inputs the shape of one sample's input
    /// @param targets the shape of one sample's target
    /// @throws IllegalArgumentException with both shapes, if the network takes other inputs or gives other outputs
    public void requireFit(String what, Shape inputs, Shape targets) {
        requireFit(what + "'s inputs", inputs, "takes", input);
        requireFit(what + "'s targets", targets, "gives", output());
    }

    private static void requireFit(String what, Shape given, String verb, Shape expected) {
        if (!given.equals(expected)) {
            throw new IllegalArgumentException("The %s have the shape %s, but the network %s %s"
                    .formatted(what, given, verb, expected));
        }
    }

    /// The parameters that its layers need, each by its path: `0.weight`.
    public List<Weight> weights() {
        List<Shape> shapes = shapes();
        List<Weight> weights = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            for (Weight each : weights(i, shapes.get(i))) {
                weights.add(new Weight(i + "." + each.name(), each.shape(), each.role(), each.initializer(), each.fanIn(),
                        each.fanOut()));
            }
        }
        return weights;
    }

    private List<Weight> weights(int index, Shape input) {
        try {
            return layers.get(index).weights(input);
        } catch (IllegalArgumentException e) {
            throw named(index, layers.get(index), e);
        }
    }

    /// The layers up to what the loss takes: a last activation that the loss applies itself is left out.
    List<Layer> layersToLogits() {
        Layer last = layers.getLast();
        if (loss.link() instanceof Identity || !same(last.activation(), loss.link())) {
            return layers;
        }
        List<Layer> open = new ArrayList<>(layers);
        open.set(open.size() - 1, last.withoutActivation());
        return List.copyOf(open);
    }
}
