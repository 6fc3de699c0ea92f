package dev.cortado.plugin;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody wrote for a plug-in or a setting, before it means anything: text and JSON are both read to it, and
/// written from it.
sealed interface Form {
    /// No value.
    Form NOTHING = new Word("null");

    Pattern NUMBER = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?+|\\.\\d++)([eE][+-]?\\d++)?+");

    /// How it is written as text.
    String text();

    /// Whether a form is [#NOTHING].
    static boolean isNothing(Form form) {
        return form instanceof Word(String word) && word.equals("null");
    }

    /// A bare word: a name, `true`, `null`, a choice.
    record Word(String text) implements Form {
    }

    /// A string in quotes.
    record Quoted(String content) implements Form {
        @Override
        public String text() {
            return "\"" + content.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
    }

    /// A number, by its digits.
    record Numeral(String text) implements Form {
    }

    /// A list in brackets.
    record Many(List<Form> items) implements Form {
        @Override
        public String text() {
            return items.stream().map(Form::text).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /// A name with settings.
    record Call(String name, List<Form> positional, Map<String, Form> named) implements Form {
        @Override
        public String text() {
            Stream<String> settings = Stream.concat(positional.stream().map(Form::text),
                    named.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue().text()));
            return positional.isEmpty() && named.isEmpty() ? name : settings.collect(Collectors.joining(", ", name + "(", ")"));
        }
    }

    /// A number if it looks like one, else a word.
    static Form bare(String text) {
        return NUMBER.matcher(text).matches() ? new Numeral(text) : new Word(text);
    }

    /// A string as briefly as it can be written and read again.
    static Form string(String text) {
        return TextReader.isWord(text) && !text.equals("null") ? bare(text) : new Quoted(text);
    }

    /// The beginning of a text that may be too long for a message.
    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "…";
    }
}
