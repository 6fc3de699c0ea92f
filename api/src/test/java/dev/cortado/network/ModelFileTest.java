package dev.cortado.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Plain;
import dev.cortado.layer.Dense;
import dev.cortado.plugin.Plugins;
import dev.cortado.safetensors.SafeTensors;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final Plugins PLUGINS = Plugins.load();

    @TempDir
    Path folder;

    private Path model() {
        return folder.resolve("model.safetensors");
    }

    private static Network network() {
        Network network = Network.input(3).plugins(PLUGINS)
                .layers("dense(4, leaky_relu(0.2))", "batch_norm", "residual([dense(4, tanh), batch_norm])", "dense(2, softmax)")
                .loss("cross_entropy(0.1)").optimizer("adam(0.05)").build(7);
        network.parameters().value("1.running_mean").set(Tensor.of(Shape.of(4), 0.1, Double.NaN, -0.0, 1e-40));
        return network;
    }

    @Test
    void aNetworkIsLoadedAsItWasSavedBitForBit() throws IOException {
        Network saved = network();
        saved.freeze("2.layers.0", "*.gamma");
        saved.save(model());
        Network loaded = Network.load(model());
        assertThat(loaded.architecture()).isEqualTo(saved.architecture());
        assertThat(loaded.parameters().names()).isEqualTo(saved.parameters().names()).contains("2.layers.1.running_variance");
        for (Parameter each : saved.parameters()) {
            Parameter other = loaded.parameters().get(each.name());
            assertThat(other.value()).as(each.name()).isEqualTo(each.value());
            assertThat(other.role()).isEqualTo(each.role());
            assertThat(other.frozen()).as(each.name()).isEqualTo(each.frozen());
        }
        assertThat(loaded.parameters().get("2.layers.0.bias").frozen()).isTrue();
    }

    @Test
    void aLoadedNetworkPredictsTheSame() throws IOException {
        Network saved = Network.input(3).plugins(PLUGINS).layers("dense(5, tanh)", "dense(2)").build(3);
        saved.save(model());
        try (saved; Network loaded = Network.load(model(), new Plain()); Network other = Network.load(model(), PLUGINS)) {
            assertThat(loaded.engine()).isEqualTo(new Plain());
            assertThat(loaded.predict(1, -2, 3)).containsExactly(saved.predict(1, -2, 3)).containsExactly(other.predict(1, -2, 3));
        }
    }

    @Test
    void savingAgainMakesTheSameFile() throws IOException {
        network().save(model());
        byte[] first = Files.readAllBytes(model());
        Network.load(model()).save(model());
        assertThat(Files.readAllBytes(model())).isEqualTo(first);
    }

    @Test
    void tensorsWithASlashAreSomebodyElses() throws IOException {
        Network network = network();
        SequencedMap<String, Tensor> tensors = ModelFile.tensors(network);
        tensors.put("optimizer/m/0.weight", Tensor.zeros(Shape.of(3, 4)));
        Map<String, String> metadata = new TreeMap<>(ModelFile.metadata(network));
        metadata.put("step", "17");
        SafeTensors.write(model(), tensors, metadata);
        assertThat(Network.load(model()).parameters().names()).isEqualTo(network.parameters().names());
    }

    @Test
    void aFileWithOtherTensorsIsRefusedByName() throws IOException {
        Network network = network();
        SequencedMap<String, Tensor> tensors = ModelFile.tensors(network);
        tensors.remove("3.bias");
        tensors.put("9.weight", Tensor.zeros(Shape.of(1)));
        refused(tensors, ModelFile.metadata(network), "[3.bias] missing", "[9.weight] too much");
        tensors.remove("9.weight");
        tensors.put("3.bias", Tensor.zeros(Shape.of(3)));
        refused(tensors, ModelFile.metadata(network), "'3.bias' is [3]", "the network has [2]");
    }

    @Test
    void aForeignOrBrokenDescriptionIsRefused() throws IOException {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        refused(tensors, Map.of("format", "pt"), "no 'network'", "[format]", "setParameters");
        refused(tensors, Map.of("network", "{"), "not JSON");
        refused(tensors, Map.of("network", network().toJson().replace("leaky_relu", "leeky_relu")), "leeky_relu", "Did you mean");
        Map<String, String> huge = Map.of("network", """
                {"input": [40000], "layers": ["dense(50000)"], "loss": "mean_squared_error", "optimizer": "sgd"}""");
        refused(tensors, huge, "0.weight", "missing");
        tensors.put("0.weight", Tensor.zeros(Shape.of(1, 1)));
        Map<String, String> small = new TreeMap<>(Map.of("network", """
                {"input": [1], "layers": ["dense(1, bias=false)"], "loss": "mean_squared_error", "optimizer": "sgd"}"""));
        for (String frozen : List.of("[1]", "[null]", "null", "{}", "[", "")) {
            small.put("frozen", frozen);
            refused(tensors, small, "frozen");
        }
        small.put("frozen", "[\"0.bias\"]");
        refused(tensors, small, "0.bias", "0.weight");
    }

    private void refused(SequencedMap<String, Tensor> tensors, Map<String, String> metadata, String... facts) throws IOException {
        SafeTensors.write(model(), tensors, metadata);
        assertThatThrownBy(() -> Network.load(model())).isInstanceOf(IOException.class)
                .hasMessageContaining(model().toString()).hasMessageContainingAll(facts);
    }

    @Test
    void weightsOfOthersAreTakenInAFewLines() throws IOException {
        SequencedMap<String, Tensor> foreign = new LinkedHashMap<>();
        foreign.put("fc.weight", Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6));
        foreign.put("fc.bias", Tensor.of(Shape.of(2), 10, 20));
        SafeTensors.write(model(), foreign, Map.of("format", "pt"));

        SafeTensors file = SafeTensors.read(model());
        Network network = Network.input(3).layer(new Dense(2)).build(1);
        network.setParameters(Map.of("0.weight", file.tensor("fc.weight").transposed(), "0.bias", file.tensor("fc.bias")));

        assertThat(network.predict(1, 10, 100)).containsExactly(1 + 20 + 300 + 10, 4 + 50 + 600 + 20);
        network.close();
    }

    @Test
    void parametersAreSetAllOrNone() {
        Network network = Network.input(3).layer(new Dense(2)).build(1);
        Network before = network.copy();
        Map<String, Tensor> values = new LinkedHashMap<>(Map.of("0.weight", Tensor.zeros(Shape.of(3, 2))));
        assertThatThrownBy(() -> network.setParameters(values)).hasMessageContaining("[0.bias] missing");
        values.put("0.bias", Tensor.zeros(Shape.of(2, 1)));
        assertThatThrownBy(() -> network.setParameters(values)).hasMessageContaining("'0.bias' is [2, 1], the network has [2]");
        values.put("0.bias", null);
        assertThatThrownBy(() -> network.setParameters(values)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'0.bias' is null");
        assertThat(network.parameters().value("0.weight")).isEqualTo(before.parameters().value("0.weight"));
    }
}
