package dev.cortado.plugin;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Settings that are words.
sealed interface WordType extends SettingType {

    /// A boolean.
    record Truth() implements WordType {
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
    record Text() implements WordType {
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
    record Choice(Class<?> type) implements WordType {
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
}
