package dev.cortado.evaluation;

import dev.cortado.data.Dataset;
import dev.cortado.data.Split;
import dev.cortado.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// How good a way of training is, whatever samples it gets: the scores of k networks, each on the [fold][Folds] that it was
/// not trained on (Stone, *Cross-validatory choice and assessment of statistical predictions*, 1974).
///
/// @param scores one for each fold
public record CrossValidation(List<Double> scores) {
    /// Scores.
    public CrossValidation {
        scores = List.copyOf(scores);
    }

    /// Trains and scores as often as there are folds.
    ///
    /// ```java
    /// CrossValidation.of(Folds.of(samples, 5, 1), new Accuracy(), training -> {
    ///     Network network = Network.input(2).layers("dense(8, tanh)", "dense(1)").loss("binary_cross_entropy").build(1);
    ///     Training.of(network).data(training).epochs(20).run();
    ///     return network;
    /// }).mean();
    /// ```
    ///
    /// @param train makes a new network and trains it on the samples given; the network is closed afterwards
    public static CrossValidation of(Folds folds, Metric metric, Function<Dataset, Network> train) {
        List<Double> scores = new ArrayList<>();
        for (Split split : folds.splits()) {
            try (Network network = train.apply(split.training())) {
                scores.add(Evaluation.of(network, split.validation(), metric));
            }
        }
        return new CrossValidation(scores);
    }

    /// The mean score.
    public double mean() {
        return scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /// The standard deviation of the scores, over their number.
    public double deviation() {
        double mean = mean();
        return Math.sqrt(scores.stream().mapToDouble(score -> (score - mean) * (score - mean)).average().orElse(Double.NaN));
    }

    /// The mean and the standard deviation.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f ± %.4f", mean(), deviation());
    }
}
