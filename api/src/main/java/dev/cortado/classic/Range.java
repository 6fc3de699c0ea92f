package dev.cortado.classic;

import org.jspecify.annotations.Nullable;

/// What settings may be.
final class Range {
    private Range() {
    }

    /// A value that is there.
    static <T> T given(String setting, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("%s must be given, not null".formatted(setting));
        }
        return value;
    }

    static int atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s must be at least 1, not %d".formatted(setting, value));
        }
        return value;
    }

    static double atLeastZero(String setting, double value) {
        return require(value >= 0 && value < Double.POSITIVE_INFINITY, setting, value, "at least 0, and finite");
    }

    static double above(String setting, double value, double limit) {
        return require(value > limit && value < Double.POSITIVE_INFINITY, setting, value, "above " + limit + ", and finite");
    }

    static double below(String setting, double value, double limit) {
        return require(value < limit, setting, value, "below " + limit);
    }

    static double within(String setting, double value, double from, double to) {
        return require(value >= from && value <= to, setting, value, "from %s to %s".formatted(from, to));
    }

    private static double require(boolean good, String setting, double value, String range) {
        if (!good) {
            throw new IllegalArgumentException("%s must be %s, not %s".formatted(setting, range, value));
        }
        return value;
    }
}
