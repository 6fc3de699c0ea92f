package dev.cortado.plugin;

import java.util.Locale;

/// Turns Java's names and numbers into those of text and JSON.
final class Names {
    private Names() {
    }

    /// `LeakyRelu` becomes `leaky_relu`, `Conv2d` becomes `conv2d`, `beta1` stays.
    static String snakeCase(String camelCase) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < camelCase.length(); i++) {
            char letter = camelCase.charAt(i);
            if (isUpper(letter) && i > 0 && isLowerOrDigit(camelCase.charAt(i - 1))) {
                name.append('_');
            }
            name.append(letter);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isUpper(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    private static boolean isLowerOrDigit(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }

    /// Whether a plug-in may be called so.
    static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    }

    /// What a kind or type is called in a sentence: `DatasetProvider` is a dataset provider.
    static String words(Class<?> type) {
        return snakeCase(type.getSimpleName()).replace('_', ' ');
    }

    /// The same with its article: an activation.
    static String withArticle(Class<?> type) {
        String words = words(type);
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }

    /// A double as briefly as it can be written and read again: 1, 0.2, 1e-8.
    static String number(double value) {
        return brief(Double.toString(value));
    }

    /// A float as briefly as it can be written and read again.
    static String number(float value) {
        return brief(Float.toString(value));
    }

    /// Digits as Java prints them, without what goes without saying.
    static String brief(String digits) {
        return digits.equals("-0.0") ? digits : digits.replaceFirst("\\.0(?=E|$)", "").replace('E', 'e');
    }
}
