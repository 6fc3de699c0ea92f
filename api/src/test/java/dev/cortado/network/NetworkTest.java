package dev.cortado.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.engine.Plain;
import dev.cortado.initializer.Zeros;
import dev.cortado.layer.Dense;
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
import dev.cortado.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    private static final Plugins PLUGINS = Plugins.load();

    private static NetworkBuilder small() {
        return Network.input(2).plugins(PLUGINS);
    }

    @Test
    void theJsonAndTheFluentFormDescribeTheSameNetwork() {
        Network fluent = small().layers("dense(4, tanh)", "dropout(0.5)", "dense(3)")
                .loss("cross_entropy").optimizer("sgd(0.1, momentum=0.9)").build(5);
        String json = """
                {"input": [2],
                 "layers": [{"type": "dense", "units": 4, "activation": "tanh"}, "dropout(0.5)", "dense(3)"],
                 "loss": "cross_entropy", "optimizer": {"type": "sgd", "learning_rate": 0.1, "momentum": 0.9}}
                """;
        Network read = Network.fromJson(json, PLUGINS, 5);
        assertThat(read.architecture()).isEqualTo(fluent.architecture());
        assertThat(values(read)).isEqualTo(values(fluent));
        assertThat(NetworkJson.read(fluent.toJson(), PLUGINS)).isEqualTo(fluent.architecture());
    }

    @Test
    void aLayerWhoseParametersAreTooManyIsNamed() {
        assertThatThrownBy(() -> small().layers("embedding(2147483647, 1)").build(1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Layer 0 (embedding): A shape of [2147483647, 1] is too large");
    }

    @Test
    void aLossForAnotherNumberOfClassesIsRefused() {
        assertThatThrownBy(() -> small().layers("dense(3)").loss("cross_entropy(class_weights=[1, 2])").build(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The loss: cross_entropy has weights for 2 classes, the outputs [3] are of 3");
        for (String weights : List.of("[1, 2]", "balanced")) {
            assertThatThrownBy(() -> small().layers("dense(2)").loss("binary_cross_entropy(" + weights + ")").build(1))
                    .hasMessageStartingWith("The loss: Class weights of binary_cross_entropy are for one column");
        }
        assertThat(small().layers("dense(1)").loss("binary_cross_entropy([1, 2])").build(1)).isNotNull();
    }

    record Shapeless() implements Layer {
        @Override
        @SuppressWarnings("NullAway")
        public Shape outputShape(Shape input) {
            return null;
        }

        @Override
        public Pass forward(Tensor input, Parameters parameters, Step step) {
            throw new AssertionError("run in spite of all");
        }
    }

    @Test
    void aLayerWithoutAShapeIsNamed() {
        assertThatThrownBy(() -> small().layers("dense(3)").layer(new Shapeless()).build(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Layer 1 (shapeless): It gives null for the shape of its output, of inputs of [3]");
    }

    private static List<Tensor> values(Network network) {
        return network.parameters().list().stream().map(Parameter::value).toList();
    }

    @Test
    void badJsonIsRefusedWithWhatIsWrong() {
        assertThatThrownBy(() -> NetworkJson.read("{", PLUGINS)).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> NetworkJson.read("", PLUGINS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NetworkJson.read(
                "{\"input\": [2], \"input\": [3], \"layers\": [\"dense(1)\"], \"loss\": \"perceptron\", \"optimizer\": \"sgd\"}", PLUGINS))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("names something twice").hasMessageContaining("'input'");
        assertThatThrownBy(() -> NetworkJson.read(
                "{\"input\": [2], \"layers\": [{\"type\": \"dense\", \"units\": 1, \"units\": 2}]}", PLUGINS)).hasMessageContaining("'units'");
        assertThatThrownBy(() -> NetworkJson.read("[]", PLUGINS)).hasMessageContaining("object");
        assertThatThrownBy(() -> NetworkJson.read("{\"inputs\": [2]}", PLUGINS))
                .hasMessageContaining("'inputs'").hasMessageContaining("input");
        assertThatThrownBy(() -> NetworkJson.read("{\"input\": [2]}", PLUGINS)).hasMessageContaining("'layers' is missing");
        assertThatThrownBy(() -> NetworkJson.read(
                "{\"input\": [2.5], \"layers\": [\"dense(1)\"], \"loss\": \"perceptron\", \"optimizer\": \"sgd\"}", PLUGINS))
                .hasMessageContaining("[2.5]");
    }

    @Test
    void parametersAreNamedByPaths() {
        Network network = small().layers("dense(4, tanh)", "flatten", "dense(1)").build(1);
        assertThat(network.parameters().names()).containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
        assertThat(network.parameters().elements()).isEqualTo(2 * 4 + 4 + 4 + 1);
        assertThatThrownBy(() -> network.parameters().get("1.weight")).hasMessageContaining("0.weight");
    }

    @Test
    void layersThatDoNotFitAreRefusedByNumberAndName() {
        assertThatThrownBy(() -> Network.input(1, 28, 28).plugins(PLUGINS).layers("dense(10)").build(1))
                .hasMessageContaining("Layer 0 (dense)").hasMessageContaining("[1, 28, 28]").hasMessageContaining("flatten");
        assertThatThrownBy(() -> small().layer(new Dense()).build(1)).hasMessageContaining("units");
        assertThatThrownBy(() -> small().build(1)).hasMessageContaining("at least one layer");
    }

    @Test
    void aNetworkThatEndsInSoftmaxIsTrainedOnWhatGoesIntoIt() {
        Network closed = small().layers("dense(3, softmax)").loss("cross_entropy").optimizer("sgd(0.5)").build(1);
        Network open = small().layers("dense(3)").loss("cross_entropy").optimizer("sgd(0.5)").build(1);
        Network apart = small().layers("dense(3)", "activation(softmax)").loss("cross_entropy").optimizer("sgd(0.5)").build(1);
        TensorDataset data = TensorDataset.of(Tensor.of(Shape.of(2, 2), 1, 2, 3, 4), Tensor.of(Shape.of(2, 3), 1, 0, 0, 0, 0, 1));
        for (Network network : List.of(closed, open, apart)) {
            Training.of(network).data(data).epochs(5).engine(new Plain()).run();
        }
        assertThat(values(closed)).isEqualTo(values(open)).isEqualTo(values(apart));
        assertThat(closed.predict(1, 2)).containsExactly(open.predict(1, 2)).containsExactly(apart.predict(1, 2));
        closed.close();
        open.close();
        apart.close();
    }

    @Test
    void aSecondSquashingBeforeALossOnLogitsIsRefused() {
        assertThatThrownBy(() -> small().layers("dense(3, sigmoid)").loss("cross_entropy").build(1))
                .hasMessageContaining("sigmoid").hasMessageContaining("softmax");
    }

    @Test
    void samplesOfAnotherShapeAreRefusedWithBoth() {
        Network network = small().layers("dense(3)").build(1);
        assertThatThrownBy(() -> network.predict(Tensor.zeros(Shape.of(5, 3))))
                .hasMessageContaining("[2]").hasMessageContaining("[5, 3]");
        assertThatThrownBy(() -> network.predict(1, 2, 3)).hasMessageContaining("2").hasMessageContaining("3");
        network.close();
    }

    @Test
    void manyThreadsPredictOnOneNetwork() {
        Network network = small().layers("dense(40, tanh)", "dense(3)").loss("cross_entropy").build(1);
        Tensor batch = Tensor.zeros(Shape.of(600, 2));
        for (int i = 0; i < batch.elements(); i++) {
            batch.data()[i] = i % 17 - 8;
        }
        Tensor expected = network.predict(batch);
        assertThat(IntStream.range(0, 40).parallel().mapToObj(i -> network.predict(batch)).toList())
                .allSatisfy(actual -> assertThat(actual).isEqualTo(expected));
        network.close();
    }

    /// Threads that end with the work, batches of all sizes, single samples, logits, and somebody who closes in between.
    @Test
    void anyNumberOfThreadsHammersOneNetwork() throws Exception {
        Network network = small().layers("dense(9, relu)", "batch_norm", "dense(3, softmax)").loss("cross_entropy").build(1);
        List<Tensor> batches = IntStream.of(1, 2, 5, 31, 300).mapToObj(rows -> {
            Tensor batch = Tensor.zeros(Shape.of(rows, 2));
            IntStream.range(0, 2 * rows).forEach(i -> batch.data()[i] = (i * 7 + rows) % 23 - 11);
            return batch;
        }).toList();
        List<Tensor> expected = batches.stream().map(network::predict).toList();
        List<Tensor> logits = batches.stream().map(network::logits).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> hammers = IntStream.range(0, 64).<Callable<Void>>mapToObj(thread -> () -> {
                for (int i = 0; i < 20; i++) {
                    int chosen = (thread + i) % batches.size();
                    assertThat(network.predict(batches.get(chosen))).isEqualTo(expected.get(chosen));
                    assertThat(network.logits(batches.get(chosen))).isEqualTo(logits.get(chosen));
                    assertThat(network.predict(batches.getFirst().data())).isEqualTo(expected.getFirst().data());
                    assertThat(network.logits(batches.getFirst().data())).isEqualTo(logits.getFirst().data());
                    if (thread == 0) {
                        network.close();
                    }
                }
                return null;
            }).toList();
            for (Future<Void> hammer : threads.invokeAll(hammers)) {
                hammer.get();
            }
        }
        network.close();
    }

    @Test
    void aBatchIsTheSameAsItsRowsOneByOne() {
        Network network = small().layers("dense(5, relu)", "dense(2)").build(3);
        Tensor batch = Tensor.of(Shape.of(3, 2), 1, 2, -3, 4, 0.5, -6);
        Tensor together = network.predict(batch);
        for (int row = 0; row < 3; row++) {
            float[] alone = network.predict(batch.get(row, 0), batch.get(row, 1));
            assertThat(alone[0]).isCloseTo(together.get(row, 0), offset(1e-6f));
        }
        assertThat(network.predict(Tensor.zeros(Shape.of(0, 2))).shape()).isEqualTo(Shape.of(0, 2));
        network.close();
    }

    enum Lie { WIDER, FEWER, NOTHING }

    /// Announces what it is given, and gives something else.
    record Liar(Lie lie) implements Layer {
        @Override
        public Shape outputShape(Shape input) {
            return input;
        }

        @Override
        @SuppressWarnings("NullAway") // The fault that is to be found.
        public Pass forward(Tensor input, Parameters parameters, Step step) {
            return switch (lie) {
                case WIDER -> new Pass(Tensor.zeros(Shape.of(input.rows(), 5)), gradient -> gradient);
                case FEWER -> new Pass(Tensor.zeros(Shape.of(input.rows() - 1, input.columns())), gradient -> gradient);
                case NOTHING -> null;
            };
        }

        @Override
        @SuppressWarnings("NullAway") // As above.
        public Tensor output(Tensor input, Parameters parameters, Step step) {
            return lie == Lie.NOTHING ? null : forward(input, parameters, step).output();
        }
    }

    @ParameterizedTest
    @CsvSource({"WIDER, gives [3 x 5] for a batch of 3 samples", "FEWER, gives [2 x 4] for a batch of 3 samples", "NOTHING, gives null"})
    void aLayerThatGivesWhatItHasNotAnnouncedIsNamed(Lie lie, String fact) {
        Network network = small().layers("dense(4)").layer(new Liar(lie)).layers("dense(1)").build(1);
        Tensor batch = Tensor.zeros(Shape.of(3, 2));
        String[] facts = {"Layer 1 (liar) " + fact.replace(" x ", ", "), "announces [4]"};
        try (Predictor predictor = network.predictor(new Plain()); Ops ops = Ops.open(new Plain())) {
            assertThatThrownBy(() -> predictor.predict(batch)).isInstanceOf(IllegalStateException.class).hasMessageContainingAll(facts);
            assertThatThrownBy(() -> network.forward(batch, new Step(ops, true, Randomness.seed(1)))).isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(facts);
        }
    }

    @Test
    void aCopyIsIndependent() {
        Network network = small().layers("dense(3)").build(1);
        Network copy = network.copy();
        copy.parameters().value("0.weight").fill(0);
        assertThat(network.parameters().value("0.weight")).isNotEqualTo(copy.parameters().value("0.weight"));
    }

    @Test
    void aCopyHasTheEngineOfTheOriginal(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("net.safetensors");
        small().layers("dense(3)").build(1).save(file);
        Engine chosen = new Plain();
        assertThat(Network.load(file, chosen).copy().engine()).isSameAs(chosen);
    }

    @Test
    void parametersThatNoFileCouldHoldAreRefused() {
        for (String name : List.of("a/b", "")) {
            assertThatThrownBy(() -> new Weight(name, Shape.of(1), Parameter.Role.WEIGHT, new Zeros(), 1, 1)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'%s'".formatted(name));
        }
    }
}
