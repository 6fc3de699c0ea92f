package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.data.Dataset;
import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.engine.Plain;
import dev.cortado.layer.Dense;
import dev.cortado.layer.Flatten;
import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import dev.cortado.loss.MeanSquaredError;
import dev.cortado.network.Network;
import dev.cortado.network.NetworkBuilder;
import dev.cortado.optimizer.Adam;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A small network with the plug-in in it, trained on a few samples, saved and loaded.
///
/// @param data at most a few dozen samples
record ShortRun(Network network, Dataset data) {
    private static final int SAMPLES = 16;
    private static final int EPOCHS = 60;

    /// A network of a layer and, behind it, one dense unit with a bias, so that it can learn whatever comes out.
    static ShortRun of(Layer layer, Tensor batch) {
        NetworkBuilder builder = Network.input(batch.shape().sample().toArray()).layer(layer);
        if (layer.outputShape(batch.shape().sample()).rank() != 1) {
            builder.layer(new Flatten());
        }
        Network network = builder.layer(new Dense(1)).loss(new MeanSquaredError()).optimizer(new Adam(0.01)).build(1);
        return new ShortRun(network, TensorDataset.of(batch, Sample.uniform(Shape.of(batch.rows(), 1), 3)));
    }

    /// A network that ends in this loss.
    static ShortRun of(Loss loss, Tensor targets) {
        Network network = Network.input(6).layer(new Dense(targets.columns())).loss(loss).optimizer(new Adam(0.01)).build(1);
        return new ShortRun(network, TensorDataset.of(Sample.uniform(Shape.of(targets.rows(), 6), 2), targets));
    }

    /// A network that is trained by this optimizer.
    static ShortRun of(Optimizer optimizer) {
        ShortRun run = of(new Dense(4), inputs());
        return new ShortRun(Network.input(6).layer(new Dense(4)).layer(new Dense(1)).optimizer(optimizer).build(1), run.data);
    }

    /// A network that learns the first samples of this data set.
    static ShortRun of(Dataset dataset) {
        int[] samples = new int[Math.min(4 * SAMPLES, dataset.size())];
        Arrays.setAll(samples, i -> i);
        Tensor inputs = Tensor.zeros(dataset.inputShape().batch(samples.length));
        Tensor targets = Tensor.zeros(dataset.targetShape().batch(samples.length));
        dataset.draw(samples, 0, samples.length, inputs, targets);
        Network network = Network.input(dataset.inputShape().toArray()).layer(new Flatten())
                .layer(new Dense(dataset.targetShape().elements())).optimizer(new Adam(0.001)).build(1);
        Shape rows = Shape.of(samples.length, targets.columns());
        return new ShortRun(network, TensorDataset.of(inputs, targets.reshape(rows)));
    }

    /// As many samples as a run has, of six numbers.
    static Tensor inputs() {
        return Sample.uniform(Shape.of(SAMPLES, 6), 2, -2, 2);
    }

    /// Fails unless training lowers the loss.
    void checkItLearns() {
        double before = loss();
        Training.of(network).data(data).batchSize(data.size()).epochs(EPOCHS).engine(new Plain()).run();
        assertThat(loss()).as("the loss of %s after %d steps from %s", network.toJson(), EPOCHS, before).isLessThan(before);
    }

    private double loss() {
        int[] samples = new int[data.size()];
        Arrays.setAll(samples, i -> i);
        Tensor inputs = Tensor.zeros(data.inputShape().batch(samples.length));
        Tensor targets = Tensor.zeros(data.targetShape().batch(samples.length));
        data.draw(samples, 0, samples.length, inputs, targets);
        try (Ops ops = Ops.open(new Plain())) {
            Tensor logits = logits(network, new Plain(), inputs);
            return LossRun.of(network.architecture().loss(), ops, logits, targets, null).value();
        }
    }

    private static Tensor logits(Network network, Engine engine, Tensor inputs) {
        try (var predictor = network.predictor(engine)) {
            return predictor.logits(inputs);
        }
    }

    /// Fails unless the network comes back from a model file as it was, and says the same.
    void checkItIsSavedAndLoaded() {
        try {
            Path file = Files.createTempFile("short-run", ".safetensors");
            try {
                network.save(file);
                checkSame(Network.load(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkSame(Network loaded) {
        assertThat(loaded.architecture()).as("the description that was saved").isEqualTo(network.architecture());
        for (Parameter each : network.parameters()) {
            Rounding.checkBits(loaded.parameters().value(each.name()), each.value(), () -> each.name() + ", saved and loaded");
        }
        int[] first = {0};
        Tensor input = Tensor.zeros(data.inputShape().batch(1));
        data.draw(first, 0, 1, input, Tensor.zeros(data.targetShape().batch(1)));
        assertThat(logits(loaded, new Plain(), input)).as("what the loaded network says")
                .isEqualTo(logits(network, new Plain(), input));
    }
}
