package dev.cortado.testkit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One case, or a part of one, whose fields are read with messages that say where they stand.
///
/// @param place the file, the number of the case counted from 0, and what it is about
record ReferenceCase(String place, JsonNode json) {

    /// What goes wrong here, told with the place.
    AssertionError failure(String what) {
        return new AssertionError(place + ": " + what);
    }

    private JsonNode field(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            throw failure("the field '%s' is missing; there are %s".formatted(name,
                    json.properties().stream().map(Map.Entry::getKey).toList()));
        }
        return value;
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    String text(String name) {
        JsonNode value = field(name);
        if (!value.isTextual()) {
            throw failure("the field '%s' should be a text, not %s".formatted(name, value.getNodeType()));
        }
        return value.textValue();
    }

    double number(String name) {
        return number(name, field(name));
    }

    private double number(String name, JsonNode value) {
        if (!value.isNumber()) {
            throw failure("the field '%s' should hold numbers, not %s".formatted(name, value.getNodeType()));
        }
        return value.doubleValue();
    }

    /// The settings of the case's plug-in; none if it has no options.
    JsonNode options() {
        return has("options") ? field("options") : JsonNodeFactory.instance.objectNode();
    }

    double[] numbers(String name) {
        return list(name).stream().mapToDouble(value -> number(name, value)).toArray();
    }

    Reference tensor(String name) {
        return part(name).tensor();
    }

    Optional<Reference> optionalTensor(String name) {
        return has(name) ? Optional.of(tensor(name)) : Optional.empty();
    }

    /// A field that is an object, to read its fields.
    ReferenceCase part(String name) {
        return new ReferenceCase(place + ", " + name, field(name));
    }

    /// The elements of a field that is a list, to read their fields.
    List<ReferenceCase> parts(String name) {
        List<ReferenceCase> parts = new ArrayList<>();
        for (JsonNode value : list(name)) {
            parts.add(new ReferenceCase("%s, %s %d".formatted(place, name, parts.size()), value));
        }
        return parts;
    }

    /// An element of this part, which is a list.
    ReferenceCase item(int index) {
        if (!json.has(index)) {
            throw failure("a list should have an element %d, there is %s".formatted(index, json));
        }
        return new ReferenceCase("%s[%d]".formatted(place, index), json.get(index));
    }

    /// The names of the fields.
    List<String> names() {
        return json.properties().stream().map(Map.Entry::getKey).toList();
    }

    /// A field that is true or false.
    boolean truth(String name) {
        JsonNode value = field(name);
        if (!value.isBoolean()) {
            throw failure("the field '%s' should be true or false, not %s".formatted(name, value.getNodeType()));
        }
        return value.booleanValue();
    }

    /// Whether a field is a list.
    boolean isList(String name) {
        return field(name).isArray();
    }

    /// Whether a field is a text.
    boolean isText(String name) {
        return field(name).isTextual();
    }

    /// The elements of a field that is a list.
    List<JsonNode> list(String name) {
        JsonNode value = field(name);
        if (!value.isArray()) {
            throw failure("the field '%s' should be a list, not %s".formatted(name, value.getNodeType()));
        }
        return value.valueStream().toList();
    }

    /// This part as a tensor.
    Reference tensor() {
        int[] lengths = list("shape").stream().mapToInt(value -> (int) number("shape", value)).toArray();
        return Reference.of(this, lengths, numbers("data"));
    }
}
