package dev.cortado.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one plug-in, for whoever shows it.
///
/// @param kind the interface it implements: `Activation`
/// @param name the name it is found by: `leaky_relu`
/// @param type its class
/// @param settings its settings, in the order in which a text form takes them
/// @param jar the jar or folder it came from
/// @param version the version its jar or module gives, if it gives one
/// @param obstacle why it cannot be used here and what would help; null if it can be used
public record Listing(
        Class<? extends Plugin> kind, String name, Class<? extends Plugin> type, List<Entry> settings,
        String jar, @Nullable String version, @Nullable String obstacle) {

    /// One setting.
    ///
    /// @param name in snake_case
    /// @param type what it takes, in words: `a whole number`, `an activation`, `a list, each a whole number`
    /// @param standard its default in text form
    /// @param range the good values in words, such as `at least 0 and below 1`; empty if all are
    /// @param required whether it has to be given, so that the default is but a placeholder
    public record Entry(String name, String type, String standard, String range, boolean required) {
    }

    static Listing of(Class<? extends Plugin> kind, Plugin prototype) {
        Class<? extends Plugin> type = prototype.getClass();
        List<Entry> settings = Blueprint.of(type).components().stream().map(each -> entry(each, prototype)).toList();
        return new Listing(kind, prototype.name(), type, settings, Origin.jar(type), Origin.version(type),
                Plugins.unavailable(prototype).orElse(null));
    }

    private static Entry entry(Component component, Plugin prototype) {
        return new Entry(component.name(), component.words(),
                Description.TEXT.of(component, component.value(prototype)).text(),
                component.range().toString(), component.required());
    }
}
