package dev.cortado.training;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Score;
import dev.cortado.network.Network;
import dev.cortado.training.TrainingEvent.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A training under way: each [#step] learns once. For one thread; to be closed.
public final class TrainingRun implements AutoCloseable {
    private final Network network;
    private final int samples;
    private final int epochs;
    private final List<TrainingListener> listeners;
    private final TrainingControl control;
    private final Batches batches;
    private final Learner learner;
    private final Rate rate;
    private final Meter meter = new Meter();
    private final Judge judge;
    private final TimeLimit timeLimit;
    private final @Nullable Checkpoints checkpoints;
    private final SequencedMap<String, String> settings;
    private final List<TrainingEvent.EpochDone> history = new ArrayList<>();
    private long steps;
    private long written = -1;
    /// The step after which the parameters were finite, or that this run begins with.
    private long finite;
    private boolean told;
    private @Nullable Ending ending;
    private boolean closed;

    TrainingRun(Training training, Dataset data, @Nullable Dataset validation, Engine engine) {
        this.network = training.network;
        this.samples = data.size();
        this.epochs = training.epochs;
        this.listeners = List.copyOf(training.listeners);
        this.control = training.control;
        this.batches = new Batches(data, (long) training.batchSize * training.accumulated, training.seed, training.shuffled);
        this.rate = new Rate(training.schedule, network.architecture().optimizer().learningRate());
        this.judge = new Judge(network, validation, training.earlyStopping);
        this.timeLimit = new TimeLimit(training.timeLimit);
        this.checkpoints = training.checkpoints;
        this.settings = checkpoints == null ? new LinkedHashMap<>() : Settings.of(training, data, validation);
        this.learner = new Learner(training, batches, Ops.open(engine));
        if (checkpoints != null) {
            prepare(checkpoints, training.resumed);
        }
    }

    private void prepare(Checkpoints wanted, boolean resumed) {
        try {
            CheckpointFile file = new CheckpointFile(wanted.file());
            file.prepare();
            if (wanted.best() != null) {
                new CheckpointFile(wanted.best()).prepare();
            }
            file.requireWritable(state());
            if (resumed && file.exists()) {
                steps = state().restore(file.read(), file, (long) Integer.MAX_VALUE * batches.perEpoch() - 1);
                written = steps;
                finite = steps;
                batches.begin(epoch());
            }
        } catch (RuntimeException e) {
            learner.close();
            throw e;
        }
    }

    private RunState state() {
        return new RunState(network, learner.stepper, rate, meter, judge.watch, steps, settings);
    }

    /// Learns from the next mini-batch; with accumulated gradients, from several. Waits as long as the training is paused. A thread that is interrupted takes no more steps: the
    /// training ends, as by [TrainingControl#cancel].
    ///
    /// @return whether a step was taken; false once the training is over
    /// @throws DivergedException if the loss or a gradient is infinite or NaN, or a parameter at the end of an epoch or for a checkpoint
    /// @throws IllegalStateException if this has been closed
    public boolean step() {
        if (closed) {
            throw new IllegalStateException("The training has been closed after step %d and takes no more".formatted(steps));
        }
        try {
            return takeStep();
        } catch (RuntimeException | Error e) {
            tellFailure(e);
            throw e;
        }
    }

    private boolean takeStep() {
        if (ending != null || !begin()) {
            return false;
        }
        int step = (int) (steps % batches.perEpoch());
        if (step == 0) {
            batches.begin(epoch());
            meter.reset();
        }
        learn(batches.from(step), batches.to(step));
        if (step + 1 == batches.perEpoch()) {
            endEpoch();
        }
        if (checkpoints != null && checkpoints.isDue(steps, batches.perEpoch())) {
            write(checkpoints);
        }
        endIfOver();
        return true;
    }

    /// Tells that it starts, and waits if it is to; false if it has been cancelled.
    private boolean begin() {
        if (!told) {
            told = true;
            timeLimit.start();
            tell(new TrainingEvent.Started(samples, batches.perEpoch(), epochs, steps));
            endIfOver();
        }
        return ending == null && mayGoOn();
    }

    private boolean mayGoOn() {
        if (control.isPaused()) {
            long start = System.nanoTime();
            tell(new TrainingEvent.Paused(steps));
            control.await();
            tell(new TrainingEvent.Resumed(steps));
            timeLimit.extend(System.nanoTime() - start);
        }
        if (isCancelled()) {
            end(Ending.CANCELLED);
            return false;
        }
        return true;
    }

    private boolean isCancelled() {
        return control.isCancelled() || Thread.currentThread().isInterrupted();
    }

    private void learn(int from, int to) {
        long start = System.nanoTime();
        double learningRate = learningRate();
        learner.learn(steps + 1, from, to, learningRate);
        steps++;
        long time = System.nanoTime() - start;
        meter.add(to - from, learner.loss, learner.correct, time);
        if (!listeners.isEmpty()) {
            tell(new TrainingEvent.StepDone(steps, epochOf(steps), to - from, learner.loss, learner.correct, learningRate,
                    Duration.ofNanos(time)));
        }
    }

    private void endEpoch() {
        requireFiniteParameters();
        int epoch = epochOf(steps);
        Score training = meter.score(learner.classes);
        Score validation = judge.score(learner.ops);
        TrainingEvent.EpochDone done =
                new TrainingEvent.EpochDone(epoch, training, validation, Duration.ofNanos(meter.nanos));
        history.add(done);
        tell(done);
        Optional<TrainingEvent> improved = judge.watch(done, learner.ops);
        rate.epochDone(judge.smallerIsBetter(done));
        improved.ifPresent(this::keepBest);
    }

    private void keepBest(TrainingEvent improved) {
        tell(improved);
        if (checkpoints != null && checkpoints.best() != null) {
            new CheckpointFile(checkpoints.best()).replace(state());
            tell(new TrainingEvent.CheckpointWritten(checkpoints.best(), steps));
        }
    }

    /// The gradients were finite, but what the last step made of them is looked at by no further step.
    private void requireFiniteParameters() {
        if (finite != steps) {
            learner.requireFiniteParameters(steps);
            finite = steps;
        }
    }

    private void write(Checkpoints wanted) {
        requireFiniteParameters();
        new CheckpointFile(wanted.file()).write(state());
        written = steps;
        tell(new TrainingEvent.CheckpointWritten(wanted.file(), steps));
    }

    private void endIfOver() {
        boolean epochOver = steps > 0 && steps % batches.perEpoch() == 0;
        if (epochOver && epochOf(steps) >= epochs) {
            end(Ending.EPOCHS_DONE);
        } else if (epochOver && judge.isOver()) {
            end(Ending.STOPPED_EARLY);
        } else if (epochOver && rate.isExhausted()) {
            end(Ending.SCHEDULE_EXHAUSTED);
        } else if (timeLimit.isOver()) {
            end(Ending.TIME_OVER);
        } else if (isCancelled()) {
            end(Ending.CANCELLED);
        }
    }

    private void end(Ending reason) {
        requireFiniteParameters();
        ending = reason;
        if (checkpoints != null && written != steps) {
            write(checkpoints);
        }
        judge.restoreBest();
        tell(new TrainingEvent.Finished(steps, reason));
    }

    private void tell(TrainingEvent event) {
        for (TrainingListener listener : listeners) {
            listener.on(event);
        }
    }

    /// Everyone is told, even if it is a listener that has failed.
    private void tellFailure(Throwable cause) {
        for (TrainingListener listener : listeners) {
            try {
                listener.on(new TrainingEvent.Failed(steps, cause));
            } catch (RuntimeException e) {
                if (!e.equals(cause)) {
                    cause.addSuppressed(e);
                }
            }
        }
    }

    /// Takes all the steps that are left; or fewer, if the thread is interrupted, as for [TrainingControl#cancel]. It stays interrupted.
    ///
    /// @return the epochs that this run has finished, in order
    /// @throws DivergedException if the loss, a gradient or a parameter becomes infinite or NaN
    public List<TrainingEvent.EpochDone> run() {
        boolean more = true;
        while (more) {
            more = step();
        }
        return List.copyOf(history);
    }

    /// Whether the training is over.
    public boolean finished() {
        return ending != null;
    }

    /// Why the training is over; empty while it is not.
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /// The number of steps taken since the training's start, those before it was resumed from a checkpoint included.
    public long steps() {
        return steps;
    }

    /// The number of steps in an epoch.
    public int stepsPerEpoch() {
        return batches.perEpoch();
    }

    /// The number of the epoch that the next step belongs to, from 1.
    public int epoch() {
        return epochOf(steps + 1);
    }

    private int epochOf(long step) {
        return (int) ((step - 1) / batches.perEpoch()) + 1;
    }

    /// The epoch that was finished last; empty before the first.
    public Optional<TrainingEvent.EpochDone> lastEpoch() {
        return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
    }

    /// The learning rate of the next step.
    public double learningRate() {
        return rate.of(steps, batches.perEpoch(), samples, epochs);
    }

    /// Changes the learning rate from the next step on. With a schedule, it is the rate that the schedule starts from.
    public void learningRate(double base) {
        rate.base(base);
    }

    /// Ends what the engine has opened. The network keeps what it has learned.
    @Override
    public void close() {
        closed = true;
        learner.close();
    }
}
