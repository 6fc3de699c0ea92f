package dev.cortado.plugin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks plug-ins that were made in Java, where no reader stood at the door.
///
/// It is on the way to each network's first step: so there is no switch by type on it, which in a new process takes 5 ms.
final class Check {
    private Check() {
    }

    static void all(Plugin plugin) {
        if (!plugin.getClass().isRecord()) {
            return;
        }
        Blueprint blueprint = Blueprint.of(plugin.getClass());
        for (Component component : blueprint.components()) {
            one(plugin, component, blueprint);
        }
    }

    private static void one(Plugin plugin, Component component, Blueprint blueprint) {
        Object value = component.value(plugin);
        if (component.required() && Objects.equals(value, component.value(blueprint.prototype()))) {
            throw new PluginException("%s needs '%s', %s".formatted(plugin.name(), component.name(), component.words()));
        }
        component.refuse(value, new Place(plugin.name(), component.name()));
        nested(value);
    }

    private static void nested(@Nullable Object value) {
        if (value instanceof Plugin plugin) {
            all(plugin);
        } else if (value instanceof List<?> list) {
            list.forEach(Check::nested);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(Check::nested);
        }
    }
}
