package dev.cortado.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// What came of trying candidates: all of them with their scores, the best first.
///
/// ```java
/// Search search = Search.of(space.grid(), new Accuracy(), candidate ->
///         CrossValidation.of(Folds.of(samples, 3, 1), new Accuracy(), training -> trained(candidate, training)));
/// System.out.println(search);
/// Candidate best = search.best().candidate();
/// ```
///
/// @param trials the best first; of equal ones, the one that was tried first
public record Search(List<Trial> trials) {
    /// Trials.
    public Search {
        trials = List.copyOf(trials);
    }

    /// One candidate and how good it is.
    public record Trial(Candidate candidate, CrossValidation score) {
    }

    /// Tries candidates one after another.
    ///
    /// @param metric says whether larger is better
    /// @param judge scores a candidate; the mean of its scores counts, and NaN is worse than anything
    /// @throws IllegalArgumentException if there are no candidates
    public static Search of(List<Candidate> candidates, Metric metric, Function<Candidate, CrossValidation> judge) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to search: 0 candidates");
        }
        List<Trial> trials = new ArrayList<>();
        for (Candidate candidate : candidates) {
            trials.add(new Trial(candidate, judge.apply(candidate)));
        }
        trials.sort(Comparator.comparingDouble(trial -> rank(trial.score.mean(), metric)));
        return new Search(trials);
    }

    private static double rank(double mean, Metric metric) {
        return metric.largerIsBetter() ? -mean : mean;
    }

    /// The best.
    public Trial best() {
        return trials.getFirst();
    }

    /// All trials as a table, the best first.
    @Override
    public String toString() {
        TextTable table = new TextTable();
        List<String> names = List.copyOf(best().candidate.settings().keySet());
        table.row("rank", cells("mean", "deviation", names));
        int rank = 1;
        for (Trial trial : trials) {
            Map<String, String> settings = trial.candidate.settings();
            table.row(Integer.toString(rank), cells(figure(trial.score.mean()), figure(trial.score.deviation()),
                    names.stream().map(name -> settings.getOrDefault(name, "")).toList()));
            rank++;
        }
        return table.toString();
    }

    private static String[] cells(String mean, String deviation, List<String> others) {
        List<String> cells = new ArrayList<>(List.of(mean, deviation));
        cells.addAll(others);
        return cells.toArray(String[]::new);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
