package dev.cortado.plugin;

import dev.cortado.tensor.Shape;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One setting of a plug-in: a component of its record. What annotations say is read when it is asked for: all settings of all plug-ins are looked at before
/// the first is found by name, and few are given.
///
/// Not a record itself, since it is told from others by being another: comparing what it has would take reflection's time.
final class Component {
    private final RecordComponent in;
    private final String name;
    private final SettingType type;

    private Component(RecordComponent in, String name, SettingType type) {
        this.in = in;
        this.name = name;
        this.type = type;
    }

    static Component of(RecordComponent in) {
        return new Component(in, Names.snakeCase(in.getName()), type(in));
    }

    private static SettingType type(RecordComponent in) {
        return SettingType.of(in.getGenericType()).orElseThrow(() -> new PluginException(
                "its setting '%s' has type %s, which cannot be written as text; good are %s".formatted(in.getName(),
                        in.getGenericType().getTypeName(), SettingType.KNOWN)));
    }

    /// Its class in Java.
    Class<?> javaType() {
        return in.getType();
    }

    /// In snake_case.
    String name() {
        return name;
    }

    /// What values it takes.
    SettingType type() {
        return type;
    }

    /// Which numbers are good.
    Range range() {
        return Range.of(in.getAnnotation(Setting.class));
    }

    /// Whether it has no sensible default.
    boolean required() {
        Setting setting = in.getAnnotation(Setting.class);
        return setting != null && setting.required();
    }

    /// Whether null is good. By the annotation's name: any library's will do, and none need be there at run time.
    private boolean nullable() {
        return Stream.of(in.getAnnotatedType().getAnnotations(), in.getAnnotations()).flatMap(Arrays::stream)
                .map(Annotation::annotationType).anyMatch(type -> type.getSimpleName().equals("Nullable"));
    }

    /// What it takes, for people.
    String words() {
        return nullable() ? type.words() + ", or null" : type.words();
    }

    /// What a plug-in has here.
    @Nullable Object value(Plugin plugin) {
        try {
            in.getAccessor().setAccessible(true);
            return in.getAccessor().invoke(plugin);
        } catch (InvocationTargetException e) {
            throw untold(plugin, e.getCause());
        } catch (IllegalAccessException e) {
            throw untold(plugin, e);
        }
    }

    private PluginException untold(Plugin plugin, @Nullable Throwable cause) {
        return new PluginException("%s does not tell its '%s': %s".formatted(plugin.getClass().getName(), name, cause), cause);
    }

    /// The value that was written.
    @Nullable Object read(Form form, Place place, Binding binding) {
        if (Form.isNothing(form) && nullable()) {
            return null;
        }
        Object value = type.read(form, place, binding);
        refuse(value, place);
        return value;
    }

    /// Fails if the value is none, not finite or out of range.
    void refuse(@Nullable Object value, Place place) {
        if (value == null) {
            refuseNull(place);
        } else if (value instanceof Number number) {
            refuse(number.toString(), place);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> refuse(item, place));
        } else if (value instanceof Shape shape) {
            Arrays.stream(shape.toArray()).forEach(length -> refuse(length, place));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(item -> refuse(item, place));
        }
    }

    private void refuseNull(Place place) {
        if (!nullable()) {
            throw place.error("must not be null");
        }
    }

    /// By the digits that are seen: as a float, 0.1 is a little more than 0.1.
    private void refuse(String digits, Place place) {
        double value = Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            throw place.error("must be a finite number, not " + digits);
        }
        if (!range().contains(value)) {
            throw place.error("must be %s, not %s".formatted(range(), Names.brief(digits)));
        }
    }
}
