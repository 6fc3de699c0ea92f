package dev.cortado.evaluation;

import dev.cortado.tensor.Randomness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a search may choose from: named settings, each with its values. Values are texts, and so anything that has a text
/// form can be searched: numbers, activations, whole optimizers.
///
/// ```java
/// SearchSpace space = new SearchSpace()
///         .choice("activation", "relu", "tanh")
///         .choice("optimizer", "adam(0.01)", "sgd(0.1, momentum=0.9)");
/// List<Candidate> all = space.grid();
/// ```
public final class SearchSpace {
    private final Map<String, Values> settings = new LinkedHashMap<>();

    /// The values of a setting.
    private sealed interface Values {
        /// The value at a place from 0 to 1, 1 left out.
        String at(double place);
    }

    private record Listed(List<String> texts) implements Values {
        @Override
        public String at(double place) {
            return texts.get((int) (place * texts.size()));
        }
    }

    private record Between(double from, double to) implements Values {
        @Override
        public String at(double place) {
            return Double.toString(from + place * (to - from));
        }
    }

    private record Magnitudes(double from, double to) implements Values {
        @Override
        public String at(double place) {
            return Double.toString(Math.clamp(from * StrictMath.pow(to / from, place), from, to));
        }
    }

    private record Whole(int from, int to) implements Values {
        @Override
        public String at(double place) {
            return Long.toString(from + (long) (place * ((long) to - from + 1)));
        }
    }

    /// A space without settings.
    public SearchSpace() {
    }

    /// A setting that has one of these values.
    public SearchSpace choice(String name, String... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("The setting '%s' needs at least one value".formatted(name));
        }
        return put(name, new Listed(List.of(values)));
    }

    /// A setting that is any number of a range, all equally likely; for random search.
    public SearchSpace between(String name, double from, double to) {
        requireRange(name, from, to, Double.isFinite(from) && Double.isFinite(to));
        return put(name, new Between(from, to));
    }

    /// A setting that is any positive number of a range, all magnitudes equally likely, as for learning rates; for random
    /// search.
    public SearchSpace magnitudes(String name, double from, double to) {
        requireRange(name, from, to, from > 0 && Double.isFinite(to));
        return put(name, new Magnitudes(from, to));
    }

    /// A setting that is any whole number of a range, both ends included; for random search.
    public SearchSpace whole(String name, int from, int to) {
        requireRange(name, from, to, true);
        return put(name, new Whole(from, to));
    }

    private static void requireRange(String name, double from, double to, boolean good) {
        if (!good || !(from <= to)) {
            throw new IllegalArgumentException("The setting '%s' cannot be searched from %s to %s".formatted(name, from, to));
        }
    }

    private SearchSpace put(String name, Values values) {
        if (settings.putIfAbsent(name, values) != null) {
            throw new IllegalArgumentException("The setting '%s' is in this search already".formatted(name));
        }
        return this;
    }

    /// Every combination of all choices, the last setting changing fastest.
    ///
    /// @throws IllegalStateException if a setting is a range, which has no end of values
    public List<Candidate> grid() {
        List<Map<String, String>> grid = List.of(Map.of());
        for (Map.Entry<String, Values> setting : settings.entrySet()) {
            if (!(setting.getValue() instanceof Listed listed)) {
                throw new IllegalStateException("A grid needs choices, and '%s' is a range: search at random, or name its values"
                        .formatted(setting.getKey()));
            }
            grid = times(grid, setting.getKey(), listed.texts);
        }
        return grid.stream().map(Candidate::new).toList();
    }

    private static List<Map<String, String>> times(List<Map<String, String>> grid, String name, List<String> values) {
        List<Map<String, String>> product = new ArrayList<>();
        for (Map<String, String> before : grid) {
            for (String value : values) {
                Map<String, String> more = new LinkedHashMap<>(before);
                more.put(name, value);
                product.add(more);
            }
        }
        return product;
    }

    /// So many candidates, every setting of each drawn by itself (Bergstra and Bengio, *Random search for hyper-parameter
    /// optimization*, 2012). Equal seeds give equal candidates, and more of them begin with the fewer.
    public List<Candidate> random(int count, long seed) {
        List<Candidate> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Randomness randomness = Randomness.seed(seed).at("search").at(i);
            Map<String, String> candidate = new LinkedHashMap<>();
            settings.forEach((name, values) -> candidate.put(name, values.at(randomness.at(name).uniform(0, 0, 1))));
            drawn.add(new Candidate(candidate));
        }
        return drawn;
    }
}
