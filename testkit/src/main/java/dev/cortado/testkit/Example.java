package dev.cortado.testkit;

import dev.cortado.layer.Layer;
import dev.cortado.plugin.Listing;
import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.PluginException;
import dev.cortado.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds settings with which a plug-in can be tried: its defaults, and something for those that are required.
record Example(Plugins plugins, Class<? extends Plugin> kind) {
    private static final List<String> VALUES = List.of("4", "2", "1", "0.5", "[4]", "[6]", "relu", "dense(6)", "[dense(6)]", "[x1]", "true");
    /// More would take too long to try.
    private static final int MOST_REQUIRED = 3;

    /// A plug-in like this prototype that passes its own checks; empty if no guess was good.
    Optional<Plugin> like(Plugin prototype) {
        List<String> required = plugins.list(kind).stream().filter(each -> each.name().equals(prototype.name()))
                .flatMap(each -> each.settings().stream()).filter(Listing.Entry::required).map(Listing.Entry::name).toList();
        if (required.isEmpty()) {
            return Optional.of(prototype);
        }
        return required.size() > MOST_REQUIRED ? Optional.empty() : guess(prototype.name(), required, new ArrayList<>());
    }

    private Optional<Plugin> guess(String name, List<String> required, List<String> given) {
        if (given.size() == required.size()) {
            return made(name + "(" + String.join(", ", given) + ")");
        }
        for (String value : VALUES) {
            List<String> more = new ArrayList<>(given);
            more.add(required.get(given.size()) + "=" + value);
            Optional<Plugin> found = guess(name, required, more);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The plug-in of a text, if it is one of this kind and good.
    Optional<Plugin> made(String text) {
        try {
            Plugin plugin = plugins.get(kind, text);
            Plugins.check(plugin);
            boolean useless = plugin instanceof Layer layer && Signature.sample(layer).isEmpty();
            return useless ? Optional.empty() : Optional.of(plugin);
        } catch (PluginException _) {
            return Optional.empty();
        }
    }
}
