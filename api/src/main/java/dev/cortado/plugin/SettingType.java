package dev.cortado.plugin;

import dev.cortado.tensor.Shape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/// A type of settings: how a value is read from what was written, and written again.
sealed interface SettingType permits NumberType, WordType, NestedType, ValueType {
    String KNOWN = "int, long, float, double, boolean, String, Shape, enums, plug-ins, types with a static valueOf(String), "
            + "and List or Optional of these";

    /// The value that was written.
    ///
    /// @param place where it belongs, for messages
    /// @param binding what makes nested plug-ins
    Object read(Form form, Place place, Binding binding);

    /// The value as it is written.
    Form write(Object value, Description description);

    /// What it takes, for people: `a whole number`.
    String words();

    /// The type for a component's Java type, if there is one.
    static Optional<SettingType> of(Type type) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        return type instanceof ParameterizedType generic ? ofGeneric(generic) : Optional.empty();
    }

    private static Optional<SettingType> ofGeneric(ParameterizedType type) {
        Type argument = type.getActualTypeArguments()[0];
        if (type.getRawType() == List.class) {
            return of(argument).map(NestedType.Many::new);
        }
        return type.getRawType() == Optional.class ? of(argument).map(NestedType.Perhaps::new) : Optional.empty();
    }

    private static Optional<SettingType> ofClass(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Optional.of(new NumberType.Whole(type == int.class || type == Integer.class));
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return Optional.of(new NumberType.Real(type == float.class || type == Float.class));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(new WordType.Truth());
        }
        if (type == String.class) {
            return Optional.of(new WordType.Text());
        }
        if (type == Shape.class) {
            return Optional.of(new ValueType.Axes());
        }
        if (type.isEnum()) {
            return Optional.of(new WordType.Choice(type));
        }
        if (Plugin.class.isAssignableFrom(type) && type != Plugin.class) {
            return Optional.of(new NestedType.Nested(type.asSubclass(Plugin.class)));
        }
        return ValueType.Parsed.of(type);
    }
}
