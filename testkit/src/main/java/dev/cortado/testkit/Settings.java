package dev.cortado.testkit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// The settings of a plug-in record, laid anew.
final class Settings {
    private Settings() {
    }

    /// The plug-in with a whole number set to each of these values; just itself if it has no such setting.
    static <P> List<P> variants(P plugin, String setting, int... values) {
        RecordComponent[] components = plugin.getClass().getRecordComponents();
        if (components == null || Arrays.stream(components).noneMatch(c -> c.getName().equals(setting))) {
            return List.of(plugin);
        }
        return Arrays.stream(values).mapToObj(value -> with(plugin, components, setting, value)).toList();
    }

    @SuppressWarnings("unchecked") // a constructor of the plug-in's own class
    private static <P> P with(P plugin, RecordComponent[] components, String setting, int value) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = components[i].getName().equals(setting) ? value : components[i].getAccessor().invoke(plugin);
            }
            var constructor = plugin.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (P) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Cannot set %s of %s to %s".formatted(setting, plugin, value), e);
        }
    }
}
