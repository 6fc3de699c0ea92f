package dev.cortado.network;

import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import dev.cortado.loss.MeanSquaredError;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.optimizer.Sgd;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Describes a network step by step. Plug-ins are given as values, `new Dense(4)`, or as text, `"dense(4, tanh)"`.
public final class NetworkBuilder {
    private final Shape input;
    private final List<Layer> layers = new ArrayList<>();
    private Loss loss = new MeanSquaredError();
    private Optimizer optimizer = new Sgd();
    private @Nullable Plugins plugins;

    NetworkBuilder(Shape input) {
        this.input = input;
    }

    /// Where names are looked up from here on; without it, on the class path.
    public NetworkBuilder plugins(Plugins found) {
        this.plugins = found;
        return this;
    }

    private Plugins plugins() {
        Plugins found = plugins;
        if (found == null) {
            found = Plugins.load();
            plugins = found;
        }
        return found;
    }

    /// Adds a layer.
    public NetworkBuilder layer(Layer layer) {
        layers.add(layer);
        return this;
    }

    /// Adds layers, each as text.
    public NetworkBuilder layers(String... texts) {
        for (String text : texts) {
            layers.add(plugins().get(Layer.class, text));
        }
        return this;
    }

    /// What is minimised; the mean squared error if nothing is said.
    public NetworkBuilder loss(Loss chosen) {
        this.loss = chosen;
        return this;
    }

    /// What is minimised, as text.
    public NetworkBuilder loss(String text) {
        return loss(plugins().get(Loss.class, text));
    }

    /// What minimises it; plain gradient descent if nothing is said.
    public NetworkBuilder optimizer(Optimizer chosen) {
        this.optimizer = chosen;
        return this;
    }

    /// What minimises it, as text.
    public NetworkBuilder optimizer(String text) {
        return optimizer(plugins().get(Optimizer.class, text));
    }

    /// The description so far.
    ///
    /// @throws IllegalArgumentException if layers do not fit each other, or a setting is missing or bad
    public Architecture architecture() {
        return new Architecture(input, layers, loss, optimizer);
    }

    /// The network, its parameters initialised by a seed: equal seeds give equal networks.
    public Network build(long seed) {
        return Network.of(architecture(), seed);
    }
}
