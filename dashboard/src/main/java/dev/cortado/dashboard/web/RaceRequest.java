package dev.cortado.dashboard.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cortado.dashboard.race.Catalogue;
import dev.cortado.dashboard.race.RaceSettings;
import dev.cortado.dashboard.race.SettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the settings of a race from JSON: what is missing is as the data set's defaults have it, what does not belong there is
/// refused by its name.
record RaceRequest(JsonNode body, RaceSettings defaults) {
    private static final Set<String> FIELDS = Set.of("dataset", "network", "loss", "optimizer", "learningRate", "batchSize",
            "seed", "epochs", "pace", "engines");

    static RaceSettings read(JsonNode body, Catalogue catalogue) {
        if (!body.isObject()) {
            throw new Refusal(400, "A race is described by a JSON object");
        }
        for (String field : (Iterable<String>) body::fieldNames) {
            if (!FIELDS.contains(field)) {
                throw new SettingException(field, "A race has no setting '%s'; it has: %s"
                        .formatted(field, String.join(", ", FIELDS.stream().sorted().toList())));
            }
        }
        String dataset = text(body, "dataset", "xor");
        return new RaceRequest(body, catalogue.defaults(dataset)).settings(catalogue);
    }

    private RaceSettings settings(Catalogue catalogue) {
        String optimizer = text(body, "optimizer", defaults.optimizer());
        double rate = body.hasNonNull("learningRate")
                ? number("learningRate", 0)
                : catalogue.learningRate(defaults, optimizer);
        return new RaceSettings(defaults.dataset(), text(body, "network", defaults.network()),
                text(body, "loss", defaults.loss()), optimizer, rate,
                (int) whole("batchSize", defaults.batchSize(), Integer.MAX_VALUE),
                whole("seed", defaults.seed(), Long.MAX_VALUE),
                (int) whole("epochs", defaults.epochs(), Integer.MAX_VALUE),
                number("pace", defaults.pace()), engines());
    }

    private static String text(JsonNode body, String field, String otherwise) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw wrong(field, "a text", value);
        }
        return value.textValue().strip();
    }

    private double number(String field, double otherwise) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw wrong(field, "a number", value);
        }
        return value.doubleValue();
    }

    private long whole(String field, long otherwise, long largest) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        boolean fits = value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong();
        if (!fits || value.longValue() > largest || value.longValue() < -largest) {
            throw wrong(field, "a whole number", value);
        }
        return value.longValue();
    }

    private List<String> engines() {
        JsonNode value = body.path("engines");
        if (value.isMissingNode() || value.isNull()) {
            return defaults.engines();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : value) {
            names.add(name.asText());
        }
        if (!value.isArray() || names.isEmpty()) {
            throw wrong("engines", "a list of engines' names", value);
        }
        return names;
    }

    private static SettingException wrong(String field, String wanted, JsonNode value) {
        String shown = value.toString();
        return new SettingException(field, "'%s' must be %s, not %s"
                .formatted(field, wanted, shown.length() <= 40 ? shown : shown.substring(0, 40) + "…"));
    }
}
