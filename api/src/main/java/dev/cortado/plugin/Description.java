package dev.cortado.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Says what a plug-in is in as few words as can be read again: settings at their default are left out.
enum Description {
    /// Settings at the front go without their names.
    TEXT {
        @Override
        Form.Call call(String name, List<Component> order, Map<String, Form> settings) {
            List<Form> positional = new ArrayList<>();
            Map<String, Form> named = new LinkedHashMap<>(settings);
            for (Component component : order) {
                Form form = named.remove(component.name());
                if (form == null) {
                    break;
                }
                positional.add(form);
            }
            return new Form.Call(name, positional, named);
        }

        @Override
        Form string(String text) {
            return Form.string(text);
        }
    },

    /// Every setting has its name.
    JSON {
        @Override
        Form.Call call(String name, List<Component> order, Map<String, Form> settings) {
            return new Form.Call(name, List.of(), settings);
        }

        @Override
        Form string(String text) {
            return new Form.Quoted(text);
        }
    };

    abstract Form.Call call(String name, List<Component> order, Map<String, Form> settings);

    abstract Form string(String text);

    /// A plug-in: its name alone, or with settings.
    Form of(Plugin plugin) {
        Blueprint blueprint = Blueprint.of(plugin.getClass());
        Map<String, Form> settings = new LinkedHashMap<>();
        Plugin prototype = blueprint.prototype();
        for (Component component : blueprint.components()) {
            Object value = component.value(plugin);
            if (component.required() || !Objects.equals(value, component.value(prototype))) {
                settings.put(component.name(), of(component, value));
            }
        }
        return settings.isEmpty() ? new Form.Word(plugin.name()) : call(plugin.name(), blueprint.components(), settings);
    }

    /// The value of one setting.
    Form of(Component component, @Nullable Object value) {
        return value == null ? Form.NOTHING : component.type().write(value, this);
    }

    /// The text of a value that reads itself: as a word or a list where that is what it looks like.
    Form parsed(String text) {
        try {
            Form form = TextReader.read(text);
            return isPlain(form) && form.text().equals(text) ? form : new Form.Quoted(text);
        } catch (PluginException _) {
            return new Form.Quoted(text);
        }
    }

    /// Whether JSON gives back the same digits and words.
    private static boolean isPlain(Form form) {
        return switch (form) {
            case Form.Word word -> !Form.isNothing(word);
            case Form.Numeral(String digits) -> digits.matches("0|-?[1-9]\\d{0,8}");
            case Form.Many(List<Form> items) -> items.stream().allMatch(item -> item instanceof Form.Numeral && isPlain(item));
            case Form.Quoted _, Form.Call _ -> false;
        };
    }
}
