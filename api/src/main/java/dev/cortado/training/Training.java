package dev.cortado.training;

import dev.cortado.constraint.Constraint;
import dev.cortado.data.Augmentation;
import dev.cortado.data.Dataset;
import dev.cortado.data.Split;
import dev.cortado.engine.Engine;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Clipping;
import dev.cortado.optimizer.Penalty;
import dev.cortado.plugin.Plugins;
import dev.cortado.schedule.Constant;
import dev.cortado.schedule.Schedule;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Describes how a network is to be trained: on what, in which batches, how long.
///
/// Each setting is checked when it is given, and refused with an [IllegalArgumentException] that names what was given and what
/// is good: data of another shape than the network takes, a batch of no samples. Equal seeds, networks, data and engines give
/// equal parameters, bit for bit.
public final class Training {
    final Network network;
    private @Nullable Dataset data;
    private @Nullable Dataset validation;
    private double validationPart;
    private @Nullable Engine engine;
    private @Nullable Plugins plugins;
    int batchSize = 32;
    int accumulated = 1;
    int epochs = 1;
    long seed;
    boolean shuffled = true;
    Schedule schedule = new Constant();
    final List<Augmentation> augmentations = new ArrayList<>();
    final List<Penalty> penalties = new ArrayList<>();
    @Nullable Clipping clipping;
    final List<Constrained> constraints = new ArrayList<>();
    @Nullable EarlyStopping earlyStopping;
    @Nullable Duration timeLimit;
    @Nullable Checkpoints checkpoints;
    boolean resumed;
    TrainingControl control = new TrainingControl();
    final List<TrainingListener> listeners = new ArrayList<>();

    private Training(Network network) {
        this.network = network;
    }

    /// Begins to describe a training of this network; [#data] has to be given.
    public static Training of(Network network) {
        return new Training(network);
    }

    /// Begins to describe a training of this network on these samples.
    public static Training of(Network network, Dataset samples) {
        return of(network).data(samples);
    }

    /// The samples to learn from. Has to be given.
    public Training data(Dataset samples) {
        network.architecture().requireFit("data", samples.inputShape(), samples.targetShape());
        if (samples.size() == 0) {
            throw new IllegalArgumentException("A network cannot be trained on 0 samples");
        }
        this.data = samples;
        return this;
    }

    /// Samples to judge the network by after each epoch; it does not learn from them.
    public Training validation(Dataset samples) {
        network.architecture().requireFit("validation", samples.inputShape(), samples.targetShape());
        if (samples.size() == 0) {
            throw new IllegalArgumentException("A network cannot be judged by 0 samples");
        }
        this.validation = samples;
        return this;
    }

    /// Holds back a part of the data to judge the network by after each epoch: chosen by the seed, and with the shares of the
    /// classes kept where the data set names its classes; see [Split].
    ///
    /// @param part of the data, between 0 and 1, both excluded: 0.1 is a tenth
    public Training validation(double part) {
        if (!(part > 0 && part < 1)) {
            throw new IllegalArgumentException(
                    "The part for validation lies between 0 and 1, both excluded, and is not " + part);
        }
        this.validationPart = part;
        this.validation = null;
        return this;
    }

    /// How many samples are computed at once; the last batch of an epoch may be shorter, and so may all be if there are fewer
    /// samples. 32 if nothing is said.
    public Training batchSize(int samples) {
        this.batchSize = positive("The batch size", samples);
        return this;
    }

    /// How many mini-batches each step learns from: their gradients are averaged by samples, as if they were one batch that
    /// would be too large for the memory. 1 if nothing is said.
    public Training accumulate(int batches) {
        this.accumulated = positive("The number of accumulated batches", batches);
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

    /// Where names are looked up from here on; without it, on the class path.
    public Training plugins(Plugins found) {
        this.plugins = found;
        return this;
    }

    private Plugins plugins() {
        Plugins found = plugins;
        if (found == null) {
            found = Plugins.load();
            plugins = found;
        }
        return found;
    }

    /// Changes samples at random as they are drawn for learning; those for validation stay as they are. Several are applied
    /// one after the other.
    public Training augmentation(Augmentation chosen) {
        Plugins.check(chosen);
        chosen.requireFit(network.architecture().input());
        augmentations.add(chosen);
        return this;
    }

    /// Changes samples at random as they are drawn for learning, as text: `"random_shift(2)"`.
    public Training augmentation(String text) {
        return augmentation(plugins().get(Augmentation.class, text));
    }

    /// How the learning rate changes, beginning with the optimizer's. If nothing is said, it stays.
    public Training schedule(Schedule chosen) {
        Plugins.check(chosen);
        this.schedule = chosen;
        return this;
    }

    /// How the learning rate changes, as text: `"cosine"`, `"linear_warmup(500, then=cosine)"`.
    public Training schedule(String text) {
        return schedule(plugins().get(Schedule.class, text));
    }

    /// What large weights cost, as part of the loss: `penalty(Penalty.l2(1e-4))`. Several add up.
    ///
    /// @throws IllegalArgumentException if it is put on parameters that there are not
    public Training penalty(Penalty chosen) {
        if (chosen.pattern() != null) {
            network.parameters().matching(chosen.pattern());
        }
        penalties.add(chosen);
        return this;
    }

    /// Shortens the gradient, all parameters' together, to at most this length before each step.
    public Training clipNorm(double maximum) {
        this.clipping = new Clipping.ByNorm(maximum);
        return this;
    }

    /// Cuts every number of the gradient off at ± this before each step. It replaces [#clipNorm], and the other way round.
    public Training clipValue(double maximum) {
        this.clipping = new Clipping.ByValue(maximum);
        return this;
    }

    /// What parameters must keep to after each step.
    ///
    /// @param names a parameter (`0.weight`), a layer (`0`), or a pattern (`*.weight`)
    public Training constraint(String names, Constraint chosen) {
        Plugins.check(chosen);
        constraints.add(new Constrained(names, chosen, network.parameters().matching(names)));
        return this;
    }

    /// What parameters must keep to after each step, as text: `constraint("*.weight", "max_norm(3)")`.
    public Training constraint(String names, String text) {
        return constraint(names, plugins().get(Constraint.class, text));
    }

    /// Ends the training when it gets no better.
    public Training earlyStopping(EarlyStopping chosen) {
        this.earlyStopping = chosen;
        return this;
    }

    /// Ends the training when the loss has not become smaller for so many epochs; see [EarlyStopping].
    public Training earlyStopping(int patience) {
        return earlyStopping(EarlyStopping.patience(patience));
    }

    /// Ends the training after the step in which so much time has passed since the first; pauses do not count.
    public Training timeLimit(Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("A time limit is longer than 0, not " + limit);
        }
        this.timeLimit = limit;
        return this;
    }

    /// Writes the state to a file after every epoch and at the end; see [Checkpoints].
    public Training checkpoint(Path file) {
        return checkpoint(Checkpoints.to(file));
    }

    /// Writes the state to files.
    public Training checkpoint(Checkpoints when) {
        this.checkpoints = when;
        return this;
    }

    /// Goes on from the checkpoint, if the file is there, and ends in the same bits as if it had never stopped; without a file
    /// it starts anew. Network, data and settings must be those of then; the number of epochs, the engine, the time limit and
    /// the patience may differ.
    public Training resume() {
        this.resumed = true;
        return this;
    }

    /// Lets others pause, resume and cancel the training.
    public Training control(TrainingControl handle) {
        this.control = handle;
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
    /// @throws IllegalArgumentException if a checkpoint cannot be written where it should be, or the one to go on from is that
    ///     of another training
    /// @throws UncheckedIOException if the checkpoint to go on from, and the one before, cannot be read
    public TrainingRun start() {
        Dataset samples = data;
        if (samples == null) {
            throw new IllegalStateException("A training needs data(…) to learn from");
        }
        requireCheckpoints();
        Engine chosen = engine == null ? network.engine() : engine;
        if (validation != null || validationPart == 0) {
            return new TrainingRun(this, samples, validation, chosen);
        }
        Split split = Split.of(samples, validationPart, seed);
        return new TrainingRun(this, split.training(), split.validation(), chosen);
    }

    private void requireCheckpoints() {
        if (resumed && checkpoints == null) {
            throw new IllegalStateException("resume() needs checkpoint(…), the file to go on from");
        }
        if (checkpoints != null && checkpoints.best() != null && earlyStopping == null) {
            throw new IllegalStateException("A checkpoint of the best needs earlyStopping(…), which says what is best");
        }
    }

    /// Trains from the first step to the last; or to an earlier one, if the thread is interrupted, as for [TrainingControl#cancel]. It stays interrupted.
    ///
    /// @return the epochs, in order
    /// @throws DivergedException if the loss, a gradient or a parameter becomes infinite or NaN
    public List<TrainingEvent.EpochDone> run() {
        try (TrainingRun run = start()) {
            return run.run();
        }
    }
}
