package dev.cortado.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cortado.layer.Weight;
import dev.cortado.plugin.Plugins;
import dev.cortado.safetensors.SafeTensors;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// How a network lies in a safetensors file: its tensors by name, its description as JSON in the metadata under `network`,
/// and the names of what is frozen as a JSON list under `frozen`.
///
/// A file may hold more than its network: tensors with a slash in their name (`optimizer/m/0.weight`) and other metadata are
/// somebody else's, so that a checkpoint is a model file too.
public final class ModelFile {
    private static final String NETWORK = "network";
    private static final String FROZEN = "frozen";

    private ModelFile() {
    }

    /// The network's own tensors by name, not copies.
    public static SequencedMap<String, Tensor> tensors(Network network) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        network.parameters().forEach(parameter -> tensors.put(parameter.name(), parameter.value()));
        return tensors;
    }

    /// What else there is to know of it.
    public static Map<String, String> metadata(Network network) {
        Map<String, String> metadata = new TreeMap<>(Map.of(NETWORK, network.toJson()));
        List<String> frozen = network.parameters().list().stream().filter(Parameter::frozen).map(Parameter::name).toList();
        if (!frozen.isEmpty()) {
            metadata.put(FROZEN, new JsonMapper().valueToTree(frozen).toString());
        }
        return metadata;
    }

    /// The network in a file that was read; it owns the file's tensors from now on.
    ///
    /// @throws IllegalArgumentException if there is none, or a plug-in is unknown, or a tensor is missing, too much, or of
    ///     another shape than the network has
    public static Network network(SafeTensors file, Plugins plugins) {
        String json = file.metadata().get(NETWORK);
        if (json == null) {
            throw new IllegalArgumentException(("it is a safetensors file, but its metadata have no '%s', only %s; weights that "
                    + "others wrote are put into a network by setParameters").formatted(NETWORK, file.metadata().keySet()));
        }
        Architecture architecture = NetworkJson.read(json, plugins);
        List<String> names = file.names().stream().filter(name -> name.indexOf('/') < 0).toList();
        requireTensors(architecture.weights(), names, file::shape);
        Network network = Network.of(architecture, weight -> file.tensor(weight.name()));
        frozen(file.metadata().getOrDefault(FROZEN, "[]"))
                .forEach(name -> network.parameters().get(name).freeze(true));
        return network;
    }

    private static List<String> frozen(String json) {
        try {
            JsonNode names = new JsonMapper().readTree(json);
            if (!names.isArray() || names.valueStream().anyMatch(name -> !name.isTextual())) {
                throw new IllegalArgumentException("'%s' in its metadata is not a list of names, but %s".formatted(FROZEN, json));
            }
            return names.valueStream().map(JsonNode::textValue).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("'%s' in its metadata is not JSON: %s".formatted(FROZEN, e.getOriginalMessage()), e);
        }
    }

    /// Holds the tensors that there are to those that are needed.
    static void requireTensors(List<Weight> needed, Collection<String> names, Function<String, Shape> shape) {
        List<String> neededNames = needed.stream().map(Weight::name).toList();
        List<String> missing = neededNames.stream().filter(name -> !names.contains(name)).toList();
        List<String> tooMuch = names.stream().filter(name -> !neededNames.contains(name)).toList();
        if (!missing.isEmpty() || !tooMuch.isEmpty()) {
            throw new IllegalArgumentException("The tensors are not those of the network: %s missing, %s too much".formatted(
                    missing.isEmpty() ? "none" : missing, tooMuch.isEmpty() ? "none" : tooMuch));
        }
        for (Weight each : needed) {
            if (!shape.apply(each.name()).equals(each.shape())) {
                throw new IllegalArgumentException("Tensor '%s' is %s, the network has %s"
                        .formatted(each.name(), shape.apply(each.name()), each.shape()));
            }
        }
    }
}
