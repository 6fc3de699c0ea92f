package dev.cortado.network;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Engines;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Pass;
import dev.cortado.layer.Step;
import dev.cortado.layer.Weight;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Layers with their numbers: what is trained, and what predicts.
///
/// The parameters belong to the network and are named by paths: `0.weight` is the weight of the first layer. Any thread may
/// predict; training changes the parameters in place and is one thread's work.
public final class Network implements AutoCloseable {
    private final Architecture architecture;
    private final List<Layer> layers;
    private final List<String> names;
    private final Parameters parameters;
    private final List<Parameters> scopes;
    private final PredictorPool pool = new PredictorPool(this);
    private @Nullable Engine engine;

    private Network(Architecture architecture, Parameters parameters) {
        this.architecture = architecture;
        this.layers = architecture.layersToLogits();
        this.parameters = parameters;
        this.names = new ArrayList<>();
        this.scopes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            names.add(Integer.toString(i));
            scopes.add(parameters.scope(names.get(i)));
        }
    }

    /// Begins to describe a network for samples of this shape: `input(2)`, `input(1, 28, 28)`.
    public static NetworkBuilder input(int... lengths) {
        return new NetworkBuilder(Shape.of(lengths));
    }

    /// The network of a description, its parameters initialised by a seed.
    public static Network of(Architecture architecture, long seed) {
        Randomness randomness = Randomness.seed(seed).at("initial");
        List<Shape> shapes = architecture.shapes();
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < architecture.layers().size(); i++) {
            for (Weight weight : architecture.layers().get(i).weights(shapes.get(i))) {
                parameters.add(initial(i + "." + weight.name(), weight, randomness));
            }
        }
        return new Network(architecture, Parameters.of(parameters));
    }

    private static Parameter initial(String path, Weight weight, Randomness randomness) {
        Tensor value = Tensor.zeros(weight.shape());
        weight.initializer().fill(value, weight.fanIn(), weight.fanOut(), randomness.at(path));
        return new Parameter(path, weight.role(), value);
    }

    /// The network that a JSON text describes, its parameters initialised by a seed.
    public static Network fromJson(String json, Plugins plugins, long seed) {
        return of(NetworkJson.read(json, plugins), seed);
    }

    /// The description as JSON; the parameters are not part of it.
    public String toJson() {
        return NetworkJson.write(architecture);
    }

    /// The description.
    public Architecture architecture() {
        return architecture;
    }

    /// The numbers, the network's own: whoever changes them changes the network.
    public Parameters parameters() {
        return parameters;
    }

    /// A network of its own with equal parameters, none of them frozen.
    public Network copy() {
        List<Parameter> copies = new ArrayList<>();
        for (Parameter parameter : parameters) {
            copies.add(new Parameter(parameter.name(), parameter.role(), parameter.value().copy()));
        }
        return new Network(architecture, Parameters.of(copies));
    }

    /// Computes a batch up to the logits, what the loss takes, and returns them with the way back through all layers.
    ///
    /// @param batch the samples, its first axis counts them
    /// @param step whether it is training, and what to compute with
    /// @throws IllegalArgumentException if the samples have another shape than the network takes
    public ForwardPass forward(Tensor batch, Step step) {
        requireSamples(batch);
        Pass.Back[] ways = new Pass.Back[layers.size()];
        Tensor tensor = batch;
        for (int i = 0; i < ways.length; i++) {
            Pass pass = layers.get(i).forward(tensor, scopes.get(i), step.in(names.get(i)));
            ways[i] = pass.back();
            tensor = pass.output();
        }
        return new ForwardPass(tensor, ways, scopes);
    }

    private void requireSamples(Tensor batch) {
        Shape shape = batch.shape();
        if (shape.rank() != architecture.input().rank() + 1 || !shape.sample().equals(architecture.input())) {
            throw new IllegalArgumentException("The network takes batches of samples of %s: %s is not [n, …] of such"
                    .formatted(architecture.input(), shape));
        }
    }

    /// Opens a predictor on an engine: for one thread at a time, to be closed.
    public Predictor predictor(Engine engine) {
        return new Predictor(this, engine);
    }

    /// What the network says of a batch, after the loss's link: probabilities for a loss on logits. From any thread; computed
    /// by the engine that the class path and `-Dcortado.engine` choose.
    public Tensor predict(Tensor batch) {
        return pool.with(predictor -> predictor.predict(batch));
    }

    /// What the network says of one sample, its numbers in a row.
    public float[] predict(float... sample) {
        Tensor batch = Tensor.wrap(architecture.input().batch(1), sample);
        return predict(batch).data();
    }

    /// What the network says of a batch before the link. From any thread.
    public Tensor logits(Tensor batch) {
        return pool.with(predictor -> predictor.logits(batch));
    }

    /// The engine that the class path and `-Dcortado.engine` choose, looked up once: who computes where none is named.
    ///
    /// @throws IllegalArgumentException if the property names an engine that is unknown or cannot run here
    public synchronized Engine engine() {
        Engine chosen = engine;
        if (chosen == null) {
            chosen = Engines.choose(Plugins.load());
            engine = chosen;
        }
        return chosen;
    }

    /// Ends what [#predict] has opened. The network can be used on.
    @Override
    public void close() {
        pool.close();
    }
}
