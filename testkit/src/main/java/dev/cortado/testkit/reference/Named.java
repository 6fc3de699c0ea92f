package dev.cortado.testkit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import java.util.List;

/// The plug-ins that cases name.
final class Named {
    private final Plugins plugins = Plugins.load();

    /// The names among these that no plug-in of this kind has.
    List<String> missing(Class<? extends Plugin> kind, String... names) {
        List<String> known = plugins.all(kind).stream().map(Plugin::name).toList();
        return List.of(names).stream().filter(name -> !known.contains(name)).toList();
    }

    /// The plug-in of this name with these settings over its defaults.
    <P extends Plugin> P get(Class<P> kind, String name, JsonNode options) {
        return plugins.get(kind, name, options);
    }

    /// The plug-in of a text form.
    <P extends Plugin> P get(Class<P> kind, String text) {
        return plugins.get(kind, text);
    }
}
