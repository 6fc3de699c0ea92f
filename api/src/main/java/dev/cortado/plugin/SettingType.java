package dev.cortado.plugin;

import dev.cortado.tensor.Shape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A type of settings: how a value is read from what was written, and written again.
sealed interface SettingType {
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
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == List.class -> of(argument(generic)).map(Many::new);
            case ParameterizedType generic when generic.getRawType() == Optional.class ->
                    of(argument(generic)).map(Perhaps::new);
            case Class<?> plain -> ofClass(plain);
            default -> Optional.empty();
        };
    }

    private static Type argument(ParameterizedType generic) {
        return generic.getActualTypeArguments()[0];
    }

    private static Optional<SettingType> ofClass(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Optional.of(new Whole(type == int.class || type == Integer.class));
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return Optional.of(new Real(type == float.class || type == Float.class));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(new Truth());
        }
        if (type == String.class) {
            return Optional.of(new Text());
        }
        if (type == Shape.class) {
            return Optional.of(new Axes());
        }
        if (type.isEnum()) {
            return Optional.of(new Choice(type));
        }
        if (Plugin.class.isAssignableFrom(type) && type != Plugin.class) {
            return Optional.of(new Nested(type.asSubclass(Plugin.class)));
        }
        return Parsed.of(type);
    }

    /// An int, or a long.
    record Whole(boolean narrow) implements SettingType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            if (!(form instanceof Form.Numeral(String digits))) {
                throw place.mismatch(words(), form);
            }
            BigDecimal number = parsed(digits).orElseThrow(() -> outOfRange(digits, place));
            try {
                return narrow ? (Object) number.intValueExact() : (Object) number.longValueExact();
            } catch (ArithmeticException _) {
                boolean fraction = number.stripTrailingZeros().scale() > 0;
                throw fraction ? place.mismatch(words(), form) : outOfRange(digits, place);
            }
        }

        /// Empty where the exponent alone is beyond any long: such a number is better not written out.
        private static Optional<BigDecimal> parsed(String digits) {
            try {
                BigDecimal number = new BigDecimal(digits);
                return Math.abs((long) number.precision() - number.scale()) > 400 ? Optional.empty() : Optional.of(number);
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }

        private PluginException outOfRange(String digits, Place place) {
            return place.error("takes a whole number from %d to %d, not %s".formatted(
                    narrow ? Integer.MIN_VALUE : Long.MIN_VALUE, narrow ? Integer.MAX_VALUE : Long.MAX_VALUE,
                    Form.shortened(digits)));
        }

        @Override
        public Form write(Object value, Description description) {
            return new Form.Numeral(value.toString());
        }

        @Override
        public String words() {
            return "a whole number";
        }
    }

    /// A float, or a double.
    record Real(boolean narrow) implements SettingType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            if (!(form instanceof Form.Numeral(String digits))) {
                throw place.mismatch(words(), form);
            }
            return narrow ? (Object) Float.parseFloat(digits) : (Object) Double.parseDouble(digits);
        }

        @Override
        public Form write(Object value, Description description) {
            return Form.bare(value instanceof Float single ? Names.number(single) : Names.number((Double) value));
        }

        @Override
        public String words() {
            return "a number";
        }
    }

    /// A boolean.
    record Truth() implements SettingType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            return switch (form.text()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw place.mismatch(words(), form);
            };
        }

        @Override
        public Form write(Object value, Description description) {
            return new Form.Word(value.toString());
        }

        @Override
        public String words() {
            return "true or false";
        }
    }

    /// A String.
    record Text() implements SettingType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            return switch (form) {
                case Form.Quoted(String content) -> content;
                case Form.Word(String word) -> word;
                case Form.Numeral(String digits) -> digits;
                case Form.Many _, Form.Call _ -> throw place.mismatch("a text, in quotes where it has brackets or blanks", form);
            };
        }

        @Override
        public Form write(Object value, Description description) {
            return description.string((String) value);
        }

        @Override
        public String words() {
            return "a text";
        }
    }

    /// An enum's constant, in snake_case.
    record Choice(Class<?> type) implements SettingType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            String written = form instanceof Form.Quoted(String content) ? content : form.text();
            return Arrays.stream(type.getEnumConstants()).filter(each -> name(each).equals(written)).findFirst()
                    .orElseThrow(() -> place.mismatch(words(), form));
        }

        @Override
        public Form write(Object value, Description description) {
            return new Form.Word(name(value));
        }

        private static String name(Object constant) {
            return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String words() {
            return Arrays.stream(type.getEnumConstants()).map(Choice::name).collect(Collectors.joining(", ", "one of ", ""));
        }
    }

    /// Another plug-in.
    record Nested(Class<? extends Plugin> type) implements SettingType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            if (form instanceof Form.Numeral || form instanceof Form.Many) {
                throw place.mismatch(words(), form);
            }
            return binding.plugin(type, form);
        }

        @Override
        public Form write(Object value, Description description) {
            return description.of((Plugin) value);
        }

        @Override
        public String words() {
            return Names.withArticle(type);
        }
    }

    /// A list; a single value stands for a list of one.
    record Many(SettingType item) implements SettingType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            List<Form> items = form instanceof Form.Many(List<Form> several) ? several : List.of(form);
            return items.stream().map(each -> item.read(each, place, binding)).toList();
        }

        @Override
        public Form write(Object value, Description description) {
            return new Form.Many(((List<?>) value).stream().map(each -> item.write(each, description)).toList());
        }

        @Override
        public String words() {
            return "a list, each " + item.words();
        }
    }

    /// A shape, written as the list of its lengths.
    record Axes() implements SettingType {
        private static final Many LENGTHS = new Many(new Whole(true));

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

    /// An Optional; `null` is none.
    record Perhaps(SettingType type) implements SettingType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            return form.equals(Form.NOTHING) ? Optional.empty() : Optional.of(type.read(form, place, binding));
        }

        @Override
        public Form write(Object value, Description description) {
            return ((Optional<?>) value).map(present -> type.write(present, description)).orElse(Form.NOTHING);
        }

        @Override
        public String words() {
            return type.words() + ", or null";
        }
    }

    /// A type of its own that reads itself from text by a static `valueOf(String)`, and writes itself by `toString`.
    record Parsed(Class<?> type, Method valueOf) implements SettingType {
        static Optional<SettingType> of(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter(each -> each.getName().equals("valueOf") && Modifier.isStatic(each.getModifiers())
                            && Arrays.equals(each.getParameterTypes(), new Class<?>[] {String.class})
                            && each.getReturnType() == type)
                    .findFirst().map(valueOf -> new Parsed(type, valueOf));
        }

        @Override
        public Object read(Form form, Place place, Binding binding) {
            String text = form instanceof Form.Quoted(String content) ? content : form.text();
            try {
                valueOf.setAccessible(true);
                return valueOf.invoke(null, text);
            } catch (InvocationTargetException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
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
