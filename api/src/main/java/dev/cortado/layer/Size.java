package dev.cortado.layer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two lengths in pixels: `5` for both the same, or `[3, 2]` for height and width.
public record Size(int height, int width) {
    private static final Pattern TEXT = Pattern.compile("\\[?\\s*(\\d{1,6})\\s*(?:,\\s*(\\d{1,6})\\s*)?\\]?");

    /// These lengths.
    ///
    /// @throws IllegalArgumentException if one is less than 1
    public Size {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("Height and width must be at least 1, not %d and %d".formatted(height, width));
        }
    }

    /// The same for both.
    public static Size of(int length) {
        return new Size(length, length);
    }

    /// Reads the text form.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Size valueOf(String text) {
        int[] lengths = lengths(text);
        return new Size(lengths[0], lengths[1]);
    }

    /// One number for both, or two in brackets.
    static int[] lengths(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches() || text.contains("[") != text.contains("]") || (matcher.group(2) != null && !text.contains("["))) {
            throw new IllegalArgumentException("'%s' is neither a whole number of pixels nor height and width, such as [3, 2]".formatted(text));
        }
        int first = Integer.parseInt(matcher.group(1));
        return new int[] {first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2))};
    }

    /// The text form.
    @Override
    public String toString() {
        return text(height, width);
    }

    static String text(int first, int second) {
        return first == second ? Integer.toString(first) : "[" + first + ", " + second + "]";
    }
}
