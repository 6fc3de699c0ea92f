package dev.cortado.plugin;

import java.util.List;
import java.util.Optional;

/// Settings with something in them: another plug-in, a list of values, a value or none.
sealed interface NestedType extends SettingType {

    /// Another plug-in.
    record Nested(Class<? extends Plugin> type) implements NestedType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            if (form instanceof Form.Numeral || form instanceof Form.Many || Form.isNothing(form)) {
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
    record Many(SettingType item) implements NestedType {
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

    /// An Optional; `null` is none.
    record Perhaps(SettingType type) implements NestedType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            return Form.isNothing(form) ? Optional.empty() : Optional.of(type.read(form, place, binding));
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
}
