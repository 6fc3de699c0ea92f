package dev.cortado.plugin;

import java.util.Locale;

/// Turns Java's names into those of text and JSON.
final class Names {
    private Names() {
    }

    /// `LeakyRelu` becomes `leaky_relu`, `Conv2d` becomes `conv2d`, `beta1` stays.
    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
