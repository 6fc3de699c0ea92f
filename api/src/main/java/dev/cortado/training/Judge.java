package dev.cortado.training;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Accuracy;
import dev.cortado.evaluation.Evaluation;
import dev.cortado.evaluation.Metric;
import dev.cortado.evaluation.Score;
import dev.cortado.network.Network;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says at the end of an epoch how good the network is, and whether it is worth going on.
final class Judge {
    private final Network network;
    private final @Nullable Dataset validation;
    final @Nullable Watch watch;
    private double watched = Double.NaN;

    Judge(Network network, @Nullable Dataset validation, @Nullable EarlyStopping stopping) {
        this.network = network;
        this.validation = validation;
        this.watch = stopping == null ? null : new Watch(stopping, network.parameters());
        if (validation == null && stopping != null && stopping.metric() != null && !(stopping.metric() instanceof Accuracy)) {
            throw new IllegalStateException("Early stopping on '%s' needs validation(…); without it there are loss and accuracy"
                    .formatted(stopping.metricName()));
        }
    }

    @Nullable Score score(Ops ops) {
        return validation == null ? null : Evaluation.of(network, validation, ops);
    }

    /// Looks at what early stopping watches; tells if it is better than ever.
    Optional<TrainingEvent> watch(TrainingEvent.EpochDone epoch, Ops ops) {
        if (watch == null) {
            return Optional.empty();
        }
        watched = value(watch.stopping.metric(), epoch, ops);
        return watch.improves(epoch.epoch(), watched)
                ? Optional.of(new TrainingEvent.Improved(epoch.epoch(), watch.stopping.metricName(), watched))
                : Optional.empty();
    }

    private double value(@Nullable Metric metric, TrainingEvent.EpochDone epoch, Ops ops) {
        Score score = score(epoch);
        if (metric == null) {
            return score.loss();
        }
        return metric instanceof Accuracy || validation == null
                ? score.accuracy() : Evaluation.of(network, validation, metric, ops);
    }

    private static Score score(TrainingEvent.EpochDone epoch) {
        Score validation = epoch.validation();
        return validation == null ? epoch.training() : validation;
    }

    /// What a schedule looks at: the loss, or what early stopping watches.
    double smallerIsBetter(TrainingEvent.EpochDone epoch) {
        Metric metric = watch == null ? null : watch.stopping.metric();
        if (metric == null) {
            return score(epoch).loss();
        }
        return metric.largerIsBetter() ? -watched : watched;
    }

    boolean isOver() {
        return watch != null && watch.isOver();
    }

    void restoreBest() {
        if (watch != null) {
            watch.restore();
        }
    }
}
