package dev.cortado.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The JSON form of an [Architecture]:
///
/// `{"input": [2], "layers": ["dense(4, tanh)", {"type": "dense", "units": 1}], "loss": …, "optimizer": …}`
///
/// A plug-in is a string in text form or an object with its `type` and settings.
final class NetworkJson {
    private static final List<String> FIELDS = List.of("input", "layers", "loss", "optimizer");

    private NetworkJson() {
    }

    /// Writes a description.
    static String write(Architecture architecture) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode json = mapper.createObjectNode();
        ArrayNode input = json.putArray("input");
        for (int length : architecture.input().toArray()) {
            input.add(length);
        }
        ArrayNode layers = json.putArray("layers");
        architecture.layers().forEach(layer -> layers.add(Plugins.json(layer)));
        json.set("loss", Plugins.json(architecture.loss()));
        json.set("optimizer", Plugins.json(architecture.optimizer()));
        return json.toString();
    }

    /// Reads a description.
    ///
    /// @throws IllegalArgumentException if it is not JSON, or misses a field, or has one too many or twice, or a plug-in is
    ///     unknown
    static Architecture read(String text, Plugins plugins) {
        JsonNode json = parse(text);
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("A network has no field '%s'; it has %s".formatted(name, FIELDS));
            }
        }
        List<Layer> layers = new ArrayList<>();
        for (JsonNode layer : array(json, "layers")) {
            layers.add(plugins.get(Layer.class, layer));
        }
        return new Architecture(shape(array(json, "input")), layers,
                plugins.get(Loss.class, field(json, "loss")), plugins.get(Optimizer.class, field(json, "optimizer")));
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode json = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().readTree(text);
            if (!json.isObject()) {
                throw new IllegalArgumentException("A network is described by a JSON object, not by " + json.getNodeType());
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not JSON, or names something twice: " + e.getMessage(), e);
        }
    }

    private static JsonNode field(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("The network's field '%s' is missing; it has %s".formatted(name, FIELDS));
        }
        return value;
    }

    private static JsonNode array(JsonNode json, String name) {
        JsonNode value = field(json, name);
        if (!value.isArray()) {
            throw new IllegalArgumentException("The network's field '%s' must be a list, not %s".formatted(name, value));
        }
        return value;
    }

    private static Shape shape(JsonNode lengths) {
        int[] shape = new int[lengths.size()];
        for (int i = 0; i < shape.length; i++) {
            if (!lengths.get(i).canConvertToInt() || !lengths.get(i).isIntegralNumber()) {
                throw new IllegalArgumentException("The network's input must be whole numbers, not " + lengths);
            }
            shape[i] = lengths.get(i).intValue();
        }
        return Shape.of(shape);
    }
}
