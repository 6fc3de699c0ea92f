package dev.cortado.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes the JSON form of a plug-in: a string that is its text form, or `{"type": "leaky_relu", "alpha": 0.2}`.
final class PluginJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TYPE = "type";

    private PluginJson() {
    }

    static Form read(JsonNode node) {
        return read(node, 0);
    }

    /// The settings alone, for a plug-in whose name stands elsewhere.
    static Form.Call read(String name, JsonNode settings) {
        if (!settings.isObject() && !settings.isNull() && !settings.isMissingNode()) {
            throw new PluginException("The settings of %s are a JSON object, not %s".formatted(name, shown(settings)));
        }
        return new Form.Call(name, List.of(), settings(settings, 0));
    }

    private static Form read(JsonNode node, int depth) {
        if (depth > TextReader.DEEPEST) {
            throw new PluginException("JSON of a plug-in is nested at most %d deep".formatted(TextReader.DEEPEST));
        }
        return switch (node.getNodeType()) {
            case STRING -> new Form.Quoted(node.textValue());
            case NUMBER -> Form.bare(node.asText());
            case BOOLEAN -> new Form.Word(node.asText());
            case NULL, MISSING -> new Form.Word("null");
            case ARRAY -> many(node, depth);
            case OBJECT -> call(node, depth);
            case BINARY, POJO -> throw new PluginException("A plug-in is not made of %s".formatted(shown(node)));
        };
    }

    private static Form many(JsonNode array, int depth) {
        List<Form> items = new ArrayList<>();
        array.forEach(item -> items.add(read(item, depth + 1)));
        return new Form.Many(items);
    }

    private static Form call(JsonNode object, int depth) {
        JsonNode type = object.path(TYPE);
        if (!type.isTextual()) {
            throw new PluginException("A plug-in in JSON says its name as a string \"%s\"; this has %s: %s"
                    .formatted(TYPE, type.isMissingNode() ? "none" : type.toString(), shown(object)));
        }
        Map<String, Form> settings = settings(object, depth);
        settings.remove(TYPE);
        return new Form.Call(type.textValue(), List.of(), settings);
    }

    private static Map<String, Form> settings(JsonNode object, int depth) {
        Map<String, Form> settings = new LinkedHashMap<>();
        object.properties().forEach(each -> settings.put(each.getKey(), read(each.getValue(), depth + 1)));
        return settings;
    }

    private static String shown(JsonNode node) {
        return Form.shortened(node.toString());
    }

    static JsonNode write(Form form) {
        return switch (form) {
            case Form.Word word -> word(word.text());
            case Form.Quoted quoted -> JSON.textNode(quoted.content());
            case Form.Numeral(String digits) -> number(digits);
            case Form.Many(List<Form> items) -> array(items);
            case Form.Call call -> object(call);
        };
    }

    private static JsonNode word(String word) {
        return switch (word) {
            case "null" -> JSON.nullNode();
            case "true", "false" -> JSON.booleanNode(word.equals("true"));
            default -> JSON.textNode(word);
        };
    }

    private static JsonNode number(String digits) {
        try {
            return JSON.numberNode(Long.parseLong(digits));
        } catch (NumberFormatException _) {
            return JSON.numberNode(Double.parseDouble(digits));
        }
    }

    private static JsonNode array(List<Form> items) {
        ArrayNode array = JSON.arrayNode();
        items.forEach(item -> array.add(write(item)));
        return array;
    }

    private static JsonNode object(Form.Call call) {
        ObjectNode object = JSON.objectNode().put(TYPE, call.name());
        call.named().forEach((name, value) -> object.set(name, write(value)));
        return object;
    }
}
