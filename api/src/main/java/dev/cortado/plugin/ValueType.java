package dev.cortado.plugin;

import dev.cortado.tensor.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Settings of a type of their own.
sealed interface ValueType extends SettingType {

    /// A shape, written as the list of its lengths.
    record Axes() implements ValueType {
        private static final NestedType.Many LENGTHS = new NestedType.Many(new NumberType.Whole(true));

        @Override
        public Object read(Form form, Place place, Binding binding) {
            List<?> lengths = (List<?>) LENGTHS.read(form, place, binding);
            try {
                return Shape.of(lengths.stream().mapToInt(Integer.class::cast).toArray());
            } catch (IllegalArgumentException e) {
                throw place.error("is no shape: " + e.getMessage(), e);
            }
        }

        @Override
        public Form write(Object value, Description description) {
            return LENGTHS.write(Arrays.stream(((Shape) value).toArray()).boxed().toList(), description);
        }

        @Override
        public String words() {
            return "a shape, such as [1, 28, 28]";
        }
    }

    /// A type of its own that reads itself from text by a static `valueOf(String)`, and writes itself by `toString`.
    record Parsed(Class<?> type, Method valueOf) implements ValueType {
        static Optional<SettingType> of(Class<?> type) {
            try {
                Method valueOf = type.getMethod("valueOf", String.class);
                boolean reads = Modifier.isStatic(valueOf.getModifiers()) && valueOf.getReturnType() == type;
                return reads ? Optional.of(new Parsed(type, valueOf)) : Optional.empty();
            } catch (NoSuchMethodException _) {
                return Optional.empty();
            }
        }

        @Override
        public Object read(Form form, Place place, Binding binding) {
            String text = form instanceof Form.Quoted(String content) ? content : form.text();
            try {
                valueOf.setAccessible(true);
                return valueOf.invoke(null, text);
            } catch (InvocationTargetException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                if (cause instanceof VirtualMachineError error) {
                    throw error;
                }
                throw place.error("cannot be %s: %s".formatted(Form.shortened(text), cause.getMessage()), cause);
            } catch (IllegalAccessException e) {
                throw place.error("cannot be read: " + e.getMessage(), e);
            }
        }

        @Override
        public Form write(Object value, Description description) {
            return description.parsed(value.toString());
        }

        @Override
        public String words() {
            return Names.withArticle(type);
        }
    }
}
