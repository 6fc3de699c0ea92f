package dev.cortado.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the text form of a plug-in:
///
/// ```text
/// value    = word | number | string | list | word "(" [setting {"," setting}] ")"
/// setting  = value | word "=" value        (those without a name come first)
/// list     = "[" [value {"," value}] "]"
/// string   = '"' … '"' | "'" … "'"         (\ takes the next character as it is)
/// ```
///
/// A word is whatever has no blank, bracket, comma, equals sign or quote in it.
final class TextReader {
    static final int LONGEST = 65_536;
    static final int DEEPEST = 64;
    private static final int END = -1;

    private final String text;
    private int at;
    private int depth;

    private TextReader(String text) {
        this.text = text;
    }

    static Form read(String text) {
        if (text.isBlank()) {
            throw new PluginException("The text of a plug-in is empty; it is a name, such as relu or leaky_relu(0.2)");
        }
        if (text.length() > LONGEST) {
            throw new PluginException("The text of a plug-in has at most %d characters; this one has %d: %s"
                    .formatted(LONGEST, text.length(), Form.shortened(text)));
        }
        TextReader reader = new TextReader(text);
        Form form = reader.value();
        if (reader.next() != END) {
            throw reader.error("'%s' at %d is too much".formatted(reader.rest(), reader.at + 1));
        }
        return form;
    }

    private Form value() {
        int next = next();
        if (next == '[') {
            return new Form.Many(list());
        }
        if (next == '"' || next == '\'') {
            return new Form.Quoted(quoted());
        }
        String word = word();
        return next() == '(' ? call(word) : Form.bare(word);
    }

    private Form.Call call(String name) {
        int open = open();
        List<Form> positional = new ArrayList<>();
        Map<String, Form> named = new LinkedHashMap<>();
        while (next() != ')') {
            int start = at;
            Form value = value();
            if (next() == '=') {
                putNamed(named, value, start);
            } else if (named.isEmpty()) {
                positional.add(value);
            } else {
                throw error("'%s' at %d has no name but stands after one with a name; those without come first"
                        .formatted(Form.shortened(value.text()), start + 1));
            }
            separate(open, ')');
        }
        close();
        return new Form.Call(name, positional, named);
    }

    private void putNamed(Map<String, Form> named, Form name, int start) {
        if (!(name instanceof Form.Word)) {
            throw error("'%s' at %d cannot be the name of a setting".formatted(Form.shortened(name.text()), start + 1));
        }
        at++;
        if (named.put(name.text(), value()) != null) {
            throw error("'%s' is given twice, again at %d".formatted(name.text(), start + 1));
        }
    }

    private List<Form> list() {
        int open = open();
        List<Form> items = new ArrayList<>();
        while (next() != ']') {
            items.add(value());
            separate(open, ']');
        }
        close();
        return items;
    }

    private int open() {
        if (++depth > DEEPEST) {
            throw error("brackets are nested at most %d deep; the one at %d is deeper".formatted(DEEPEST, at + 1));
        }
        return at++;
    }

    private void close() {
        depth--;
        at++;
    }

    /// After a comma comes another value; without one the list is at its end.
    private void separate(int open, char end) {
        int next = next();
        if (next == ',') {
            at++;
            if (next() == end) {
                throw error("a value is missing after the comma before '%c' at %d".formatted(end, at + 1));
            }
        } else if (next == END) {
            throw error("'%c' at %d is never closed".formatted(text.charAt(open), open + 1));
        } else if (next != end) {
            throw error("a comma or '%c' is expected at %d, not '%s'".formatted(end, at + 1, rest()));
        }
    }

    private String word() {
        int start = at;
        while (at < text.length() && !isDelimiter(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw error(at == text.length() ? "a value is missing at its end"
                    : "a value is expected at %d, not '%c'".formatted(at + 1, text.charAt(at)));
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int start = at;
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == text.charAt(start)) {
                at++;
                return content.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
            }
            content.append(text.charAt(at));
        }
        throw error("the quote at %d is never closed".formatted(start + 1));
    }

    /// The next character that is not blank, not taken yet.
    private int next() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    /// Whether this text, as it stands, is one word.
    static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> isDelimiter((char) c));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isDelimiter(char c) {
        return isBlank(c) || "()[],=\"'".indexOf(c) >= 0;
    }

    private String rest() {
        return Form.shortened(text.substring(at));
    }

    private PluginException error(String what) {
        return new PluginException("Cannot read '%s': %s".formatted(Form.shortened(text), what));
    }
}
