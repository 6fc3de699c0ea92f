package dev.cortado.plugin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes plug-ins of what was written: finds them by name, and lays the given settings over their defaults.
record Binding(Plugins plugins) {

    <P extends Plugin> P plugin(Class<P> wanted, Form form) {
        if (form instanceof Form.Word(String name)) {
            return made(wanted, new Form.Call(name, List.of(), Map.of()));
        }
        if (form instanceof Form.Call call) {
            return made(wanted, call);
        }
        if (form instanceof Form.Quoted(String text)) {
            return plugin(wanted, TextReader.read(text));
        }
        throw new PluginException("The name of %s is expected, not %s".formatted(Names.withArticle(wanted), Form.shortened(form.text())));
    }

    private <P extends Plugin> P made(Class<P> wanted, Form.Call call) {
        Plugin prototype = plugins.prototype(wanted, call.name());
        if (!wanted.isInstance(prototype)) {
            throw new PluginException("'%s' is not %s".formatted(call.name(), Names.withArticle(wanted)));
        }
        Blueprint blueprint = Blueprint.of(prototype.getClass());
        Map<Component, @Nullable Object> given = new Settings(call.name(), blueprint.components()).given(call);
        return wanted.cast(given.isEmpty() ? prototype : blueprint.over(prototype, given));
    }

    /// Finds the component for each setting that was given.
    private final class Settings {
        private final String plugin;
        private final Map<String, Component> components = new LinkedHashMap<>();
        private final Map<Component, @Nullable Object> given = new LinkedHashMap<>();

        Settings(String plugin, Collection<Component> components) {
            this.plugin = plugin;
            components.forEach(each -> this.components.put(each.name(), each));
        }

        Map<Component, @Nullable Object> given(Form.Call call) {
            takePositional(call.positional());
            call.named().forEach((name, form) -> take(component(name), form));
            for (Component each : components.values()) {
                if (each.required() && !given.containsKey(each)) {
                    throw new PluginException("%s needs '%s', %s".formatted(plugin, each.name(), each.words()));
                }
            }
            return given;
        }

        private void takePositional(List<Form> forms) {
            if (forms.size() > components.size()) {
                throw new PluginException("%s takes %s, but %d are given".formatted(plugin, components.isEmpty()
                        ? "no settings" : "at most %d settings (%s)".formatted(components.size(), known()), forms.size()));
            }
            List<Component> order = List.copyOf(components.values());
            for (int i = 0; i < forms.size(); i++) {
                take(order.get(i), forms.get(i));
            }
        }

        private Component component(String name) {
            return Optional.ofNullable(components.get(name)).orElseThrow(() -> new PluginException(
                    "%s has no setting '%s'.%s It has %s".formatted(plugin, Form.shortened(name),
                            Nearest.hint(name, components.keySet()), components.isEmpty() ? "none" : known())));
        }

        private void take(Component component, Form form) {
            if (given.containsKey(component)) {
                throw new PluginException("Setting '%s' of %s is given twice".formatted(component.name(), plugin));
            }
            given.put(component, component.read(form, new Place(plugin, component.name()), Binding.this));
        }

        private String known() {
            return String.join(", ", components.keySet());
        }
    }
}
