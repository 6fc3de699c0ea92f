package dev.cortado.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One choice of all settings that a search tries, as texts by name.
///
/// @param settings in the order of the space
public record Candidate(Map<String, String> settings) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    /// A candidate.
    public Candidate {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /// A setting as text: `adam(0.01)`.
    ///
    /// @throws IllegalArgumentException if there is no such setting; the message lists those there are
    public String text(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no setting '%s' in this search; there are: %s"
                    .formatted(name, String.join(", ", settings.keySet())));
        }
        return value;
    }

    /// A setting as a number.
    public double number(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting '%s' is '%s', no number".formatted(name, text(name)), e);
        }
    }

    /// A setting as a whole number.
    public int whole(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The setting '%s' is '%s', no whole number".formatted(name, text(name)), e);
        }
    }

    /// A text, such as that of a plug-in or the JSON of a network, with every `${name}` replaced by that setting:
    /// `dense(${units}, ${activation})`.
    public String fill(String template) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(text(place.group(1))));
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
