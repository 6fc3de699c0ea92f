package dev.cortado.network;

import static java.util.Objects.requireNonNull;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Engines;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Pass;
import dev.cortado.layer.Step;
import dev.cortado.layer.Weight;
import dev.cortado.plugin.Plugins;
import dev.cortado.safetensors.SafeTensors;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Layers with their numbers: what is trained, and what predicts.
///
/// The parameters belong to the network and are named by paths: `0.weight` is the weight of the first layer. Any thread may
/// predict; training changes the parameters in place and is one thread's work.
public final class Network implements AutoCloseable {
    private final Architecture architecture;
    private final List<Layer> layers;
    private final List<Shape> shapes;
    private final List<String> names;
    private final Parameters parameters;
    private final List<Parameters> scopes;
    private final PredictorPool pool = new PredictorPool(this);
    private @Nullable Engine engine;

    private Network(Architecture architecture, Parameters parameters) {
        this.architecture = architecture;
        this.layers = architecture.layersToLogits();
        this.shapes = architecture.shapes();
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
        return of(architecture, weight -> {
            Tensor value = Tensor.zeros(weight.shape());
            weight.initializer().fill(value, weight.fanIn(), weight.fanOut(), randomness.at(weight.name()));
            return value;
        });
    }

    /// The network of a description, its parameters the very tensors that are given.
    static Network of(Architecture architecture, Function<Weight, Tensor> values) {
        List<Parameter> parameters = new ArrayList<>();
        for (Weight weight : architecture.weights()) {
            parameters.add(new Parameter(weight.name(), weight.role(), values.apply(weight)));
        }
        return new Network(architecture, Parameters.of(parameters));
    }

    /// The network that a JSON text describes, its parameters initialised by a seed:
    ///
    /// `{"input": [2], "layers": ["dense(4, tanh)", {"type": "dense", "units": 1}], "loss": …, "optimizer": …}`
    ///
    /// A plug-in is a string in text form or an object with its `type` and settings.
    ///
    /// @throws IllegalArgumentException if it is not JSON, or misses a field, or has one too many, or a plug-in is unknown, or
    ///     layers do not fit each other
    public static Network fromJson(String json, Plugins plugins, long seed) {
        return of(NetworkJson.read(json, plugins), seed);
    }

    /// The network of a model file, with the plug-ins on the class path.
    ///
    /// @throws IOException if the file cannot be read, is no model file, or holds other tensors than its network needs; the
    ///     message says which
    public static Network load(Path file) throws IOException {
        return load(file, Plugins.load());
    }

    /// The network of a model file, with these plug-ins.
    ///
    /// @throws IOException as [#load(Path)] does
    public static Network load(Path file, Plugins plugins) throws IOException {
        SafeTensors read = SafeTensors.read(file);
        try {
            return ModelFile.network(read, plugins);
        } catch (IllegalArgumentException e) {
            throw new IOException("No network can be loaded from %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// The network of a model file, to be computed by this engine.
    ///
    /// @throws IOException as [#load(Path)] does
    public static Network load(Path file, Engine engine) throws IOException {
        Network network = load(file);
        network.engine = engine;
        return network;
    }

    /// Writes the network into a model file: one safetensors file with all its tensors, buffers included, by name, and its
    /// description and what is frozen in the metadata. An old file of that name is replaced whole or not at all.
    ///
    /// @throws IOException if it cannot be written; a file of that name is then still the old one
    /// @throws dev.cortado.plugin.PluginException if a plug-in has no text form, as a lambda has none; then nothing is written
    public void save(Path file) throws IOException {
        SafeTensors.write(file, ModelFile.tensors(this), ModelFile.metadata(this));
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

    /// Overwrites all parameters, buffers included: with those of a file that others wrote, or of an earlier time.
    ///
    /// @param values for each parameter, by its name, a tensor of its shape
    /// @throws IllegalArgumentException if one is missing, too much or of another shape; then nothing has changed
    public void setParameters(Map<String, Tensor> values) {
        ModelFile.requireTensors(architecture.weights(), values.keySet(), name -> requireGiven(name, values.get(name)).shape());
        parameters.forEach(parameter -> parameter.set(requireNonNull(values.get(parameter.name()))));
    }

    private static Tensor requireGiven(String name, @Nullable Tensor value) {
        if (value == null) {
            throw new IllegalArgumentException("Tensor '%s' is null".formatted(name));
        }
        return value;
    }

    /// Keeps the chosen parameters as they are while others are trained. A frozen layer passes gradients on, and a frozen
    /// batch_norm uses its running statistics.
    ///
    /// @param patterns names, layers or words with asterisks, as in [Parameters#matching]: `0`, `2.bias`, `*.bias`
    /// @throws IllegalArgumentException if one of them matches nothing; then nothing has changed
    public void freeze(String... patterns) {
        matching(patterns).forEach(parameter -> parameter.freeze(true));
    }

    /// Lets the chosen parameters be trained again.
    ///
    /// @param patterns as in [#freeze]
    /// @throws IllegalArgumentException if one of them matches nothing; then nothing has changed
    public void unfreeze(String... patterns) {
        matching(patterns).forEach(parameter -> parameter.freeze(false));
    }

    private List<Parameter> matching(String... patterns) {
        return Arrays.stream(patterns).flatMap(pattern -> parameters.matching(pattern).stream()).toList();
    }

    /// What the network is made of, as a table and as values.
    public Summary summary() {
        return Summary.of(architecture, parameters);
    }

    /// A network of its own with equal parameters and the same engine; what is frozen here is frozen there.
    public Network copy() {
        Network copy = of(architecture, weight -> parameters.value(weight.name()).copy());
        copy.parameters.forEach(parameter -> parameter.freeze(parameters.get(parameter.name()).frozen()));
        copy.engine = engine;
        return copy;
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
            tensor = requireOutput(i, pass == null ? null : pass.output(), batch.rows());
            ways[i] = pass.back();
        }
        return new ForwardPass(tensor, ways, scopes);
    }

    /// The logits of a batch whose samples have been checked, without the way back.
    Tensor output(Tensor batch, Step step) {
        Tensor tensor = batch;
        for (int i = 0; i < scopes.size(); i++) {
            tensor = requireOutput(i, layers.get(i).output(tensor, scopes.get(i), step.in(names.get(i))), batch.rows());
        }
        return tensor;
    }

    /// Refuses what a layer had not announced, before the next one stumbles over it.
    private Tensor requireOutput(int layer, @Nullable Tensor output, int rows) {
        Shape announced = shapes.get(layer + 1);
        if (output == null || output.rows() != rows || !output.shape().isBatchOf(announced)) {
            throw new IllegalStateException("Layer %d (%s) gives %s for a batch of %d samples: its outputShape announces %s for each"
                    .formatted(layer, layers.get(layer).name(), output == null ? "null" : output.shape(), rows, announced));
        }
        return output;
    }

    /// Refuses what is not a batch of the samples that the network takes.
    void requireSamples(Tensor batch) {
        if (!batch.shape().isBatchOf(architecture.input())) {
            throw new IllegalArgumentException("The network takes batches of samples of %s: %s is not [n, …] of such"
                    .formatted(architecture.input(), batch.shape()));
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

    /// What the network says of one sample before the link, its numbers in a row.
    public float[] logits(float... sample) {
        Tensor batch = Tensor.wrap(architecture.input().batch(1), sample);
        return logits(batch).data();
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
