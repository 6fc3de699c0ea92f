package dev.cortado.plugin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The good values of a number, as [Setting] gives them.
record Range(double min, double max, double above, double below) {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    static Range of(@Nullable Setting setting) {
        return setting == null ? new Range(-INFINITY, INFINITY, -INFINITY, INFINITY)
                : new Range(setting.min(), setting.max(), setting.above(), setting.below());
    }

    /// Finite values only: the infinities are in no range.
    boolean contains(double value) {
        return value >= min && value <= max && value > above && value < below;
    }

    /// Such as `at least 0 and below 1`; empty if all values are good.
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        say(parts, "at least ", min);
        say(parts, "above ", above);
        say(parts, "at most ", max);
        say(parts, "below ", below);
        return String.join(" and ", parts);
    }

    private static void say(List<String> parts, String words, double bound) {
        if (Double.isFinite(bound)) {
            parts.add(words + Names.number(bound));
        }
    }
}
