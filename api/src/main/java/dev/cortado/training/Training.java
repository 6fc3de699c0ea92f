package dev.cortado.training;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Engine;
import dev.cortado.network.Network;
import dev.cortado.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Describes how a network is to be trained: on what, in which batches, how long.
///
/// Equal seeds, networks, data and engines give equal parameters, bit for bit.
public final class Training {
    final Network network;
    private @Nullable Dataset data;
    @Nullable Dataset validation;
    private @Nullable Engine engine;
    int batchSize = 32;
    int epochs = 1;
    long seed;
    boolean shuffled = true;
    final List<TrainingListener> listeners = new ArrayList<>();

    private Training(Network network) {
        this.network = network;
    }

    /// Begins to describe a training of this network.
    public static Training of(Network network) {
        return new Training(network);
    }

    /// The samples to learn from. Has to be given.
    public Training data(Dataset samples) {
        requireFit("data", samples);
        if (samples.size() == 0) {
            throw new IllegalArgumentException("A network cannot be trained on 0 samples");
        }
        this.data = samples;
        return this;
    }

    /// Samples to judge the network by after each epoch; it does not learn from them.
    public Training validation(Dataset samples) {
        requireFit("validation", samples);
        this.validation = samples;
        return this;
    }

    private void requireFit(String what, Dataset samples) {
        requireFit(what + "'s inputs", samples.inputShape(), "takes", network.architecture().input());
        requireFit(what + "'s targets", samples.targetShape(), "gives", network.architecture().output());
    }

    private static void requireFit(String what, Shape given, String verb, Shape expected) {
        if (!given.equals(expected)) {
            throw new IllegalArgumentException("The %s have the shape %s, but the network %s %s"
                    .formatted(what, given, verb, expected));
        }
    }

    /// How many samples each step learns from; the last batch of an epoch may be shorter. 32 if nothing is said.
    public Training batchSize(int samples) {
        this.batchSize = positive("The batch size", samples);
        return this;
    }

    /// How often all samples are gone through. Once if nothing is said.
    public Training epochs(int count) {
        this.epochs = positive("The number of epochs", count);
        return this;
    }

    private static int positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s must be at least 1, not %d".formatted(what, value));
        }
        return value;
    }

    /// The seed of the order of samples and of whatever layers draw. 0 if nothing is said.
    public Training seed(long number) {
        this.seed = number;
        return this;
    }

    /// Takes the samples in their own order in every epoch.
    public Training unshuffled() {
        this.shuffled = false;
        return this;
    }

    /// Who computes; without it, the engine that the class path and `-Dcortado.engine` choose.
    public Training engine(Engine chosen) {
        this.engine = chosen;
        return this;
    }

    /// Adds someone who is told what happens.
    public Training listener(TrainingListener listener) {
        listeners.add(listener);
        return this;
    }

    /// Starts: the run takes one step at each call and is to be closed.
    ///
    /// @throws IllegalStateException if no data was given, or the engine cannot run here
    public TrainingRun start() {
        Dataset samples = data;
        if (samples == null) {
            throw new IllegalStateException("A training needs data(…) to learn from");
        }
        Engine chosen = engine == null ? network.engine() : engine;
        return new TrainingRun(this, samples, chosen);
    }

    /// Trains from the first step to the last.
    ///
    /// @return the epochs, in order
    /// @throws DivergedException if the loss becomes infinite or NaN
    public List<TrainingEvent.EpochDone> run() {
        List<TrainingEvent.EpochDone> history = new ArrayList<>();
        try (TrainingRun run = start()) {
            while (run.step()) {
                run.lastEpoch().filter(epoch -> history.isEmpty() || history.getLast().epoch() != epoch.epoch())
                        .ifPresent(history::add);
            }
        }
        return history;
    }
}
