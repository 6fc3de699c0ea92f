package dev.cortado.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the plug-ins of one record are made: from its defaults, with some settings laid over them.
record Blueprint(Class<? extends Plugin> type, List<Component> components) {

    static Blueprint of(Class<? extends Plugin> type) {
        if (!type.isRecord()) {
            throw new PluginException(
                    type.getName() + " is not a record; a plug-in is one, so that its components are its settings");
        }
        return new Blueprint(type, Arrays.stream(type.getRecordComponents()).map(Component::of).toList());
    }

    /// The plug-in of the no-argument constructor.
    Plugin prototype() {
        try {
            return make(type.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            throw new PluginException(("%s has no constructor without arguments; it needs one that holds the defaults: "
                    + "public %s() { this(…); }").formatted(type.getName(), type.getSimpleName()), e);
        } catch (InvocationTargetException e) {
            throw new PluginException("the constructor without arguments of %s throws %s"
                    .formatted(type.getName(), e.getCause()), e.getCause());
        }
    }

    /// The plug-in with these settings, and the prototype's for all others.
    Plugin over(Plugin prototype, Map<Component, @Nullable Object> given) {
        @Nullable Object[] values = components.stream()
                .map(each -> given.containsKey(each) ? given.get(each) : each.value(prototype)).toArray();
        try {
            return make(type.getDeclaredConstructor(componentTypes()), values);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("A record has its canonical constructor", e);
        } catch (InvocationTargetException e) {
            throw refusal(prototype, given, e.getCause());
        }
    }

    private static PluginException refusal(Plugin prototype, Map<Component, @Nullable Object> given, @Nullable Throwable cause) {
        String settings = given.entrySet().stream().map(each -> written(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        return new PluginException("%s does not take %s: %s".formatted(prototype.name(), settings,
                cause instanceof IllegalArgumentException ? cause.getMessage() : cause), cause);
    }

    private static String written(Component component, @Nullable Object value) {
        return component.name() + "=" + Description.TEXT.of(component, value).text();
    }

    private Class<?>[] componentTypes() {
        return components.stream().map(Component::javaType).toArray(Class<?>[]::new);
    }

    private static Plugin make(Constructor<? extends Plugin> constructor, @Nullable Object... values)
            throws InvocationTargetException {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new PluginException(constructor + " cannot be called: " + e, e);
        }
    }
}
