package dev.cortado.dashboard.race;

import dev.cortado.data.Dataset;
import java.util.Comparator;
import java.util.List;

/// What is raced on a data set if nothing is said: chosen for those we know, fitted to its shapes for any other.
final class Defaults {
    static final Comparator<Samples> EASIEST_FIRST =
            Comparator.comparing((Samples samples) -> !samples.name().equals("xor"))
                    .thenComparing((Samples samples) -> !samples.name().equals("mnist"))
                    .thenComparing(Samples::name);

    private Defaults() {
    }

    static RaceSettings of(Samples samples) {
        return switch (samples.name()) {
            case "xor" -> new RaceSettings(
                    "xor", "dense(4, tanh), dense(1)", "binary_cross_entropy", "adam", 0.05, 4, 1, 500, 100, List.of());
            case "and", "or" -> new RaceSettings(
                    samples.name(), "dense(1)", "binary_cross_entropy", "adam", 0.05, 4, 1, 500, 100, List.of());
            case "mnist" -> new RaceSettings(
                    "mnist", "flatten, dense(100, sigmoid), dense(10)", "cross_entropy", "sgd", 0.1, 50, 1, 4, 0, List.of());
            default -> fitting(samples.name(), samples.training());
        };
    }

    private static RaceSettings fitting(String name, Dataset data) {
        String flatten = data.inputShape().rank() > 1 ? "flatten, " : "";
        int outputs = data.targetShape().elements();
        String loss = data.classes().isEmpty() ? "mean_squared_error" : outputs == 1 ? "binary_cross_entropy" : "cross_entropy";
        int batchSize = Math.clamp(data.size(), 1, 50);
        return new RaceSettings(name, "%sdense(32, tanh), dense(%d)".formatted(flatten, outputs), loss, "adam", 0.01,
                batchSize, 1, 20, 0, List.of());
    }
}
