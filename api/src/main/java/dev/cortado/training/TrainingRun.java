package dev.cortado.training;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Accuracy;
import dev.cortado.evaluation.Evaluation;
import dev.cortado.evaluation.Score;
import dev.cortado.layer.Step;
import dev.cortado.network.ForwardPass;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A training under way: each [#step] learns from one mini-batch. For one thread; to be closed.
public final class TrainingRun implements AutoCloseable {
    private final Network network;
    private final Dataset data;
    private final @Nullable Dataset validation;
    private final List<TrainingListener> listeners;
    private final Ops ops;
    private final Batches batches;
    private final Randomness randomness;
    private final Optimizer.Stepper stepper;
    private final Meter meter = new Meter();
    private final boolean classes;
    private final int epochs;
    private double learningRate;
    private long steps;
    private TrainingEvent.@Nullable EpochDone lastEpoch;

    TrainingRun(Training training, Dataset data, Engine engine) {
        this.network = training.network;
        this.data = data;
        this.validation = training.validation;
        this.listeners = List.copyOf(training.listeners);
        this.epochs = training.epochs;
        this.batches = new Batches(data, training.batchSize, training.seed, training.shuffled);
        this.randomness = Randomness.seed(training.seed).at("layers");
        this.classes = Accuracy.applies(data, network.architecture().loss());
        this.ops = Ops.open(engine);
        this.stepper = network.architecture().optimizer().start(network.parameters(), ops);
        this.learningRate = network.architecture().optimizer().learningRate();
    }

    /// Learns from the next mini-batch.
    ///
    /// @return whether a step was taken; false once all epochs are done
    /// @throws DivergedException if the loss is infinite or NaN; the parameters are then those before this step
    public boolean step() {
        if (finished()) {
            return false;
        }
        int batch = (int) (steps % batches.perEpoch());
        if (steps == 0) {
            tell(new TrainingEvent.Started(data.size(), batches.perEpoch(), epochs));
        }
        if (batch == 0) {
            batches.begin(epoch());
            meter.reset();
        }
        learn(batches.from(batch), batches.to(batch));
        if (batch + 1 == batches.perEpoch()) {
            endEpoch();
        }
        return true;
    }

    private void learn(int from, int to) {
        long start = System.nanoTime();
        Tensor inputs = ops.tensor(data.inputShape().batch(to - from));
        Tensor targets = ops.tensor(data.targetShape().batch(to - from));
        data.draw(batches.order, from, to, inputs, targets);
        ForwardPass pass = network.forward(inputs, new Step(ops, true, randomness.at(steps)));
        Tensor gradient = ops.tensor(pass.output().shape());
        double loss = network.architecture().loss().evaluate(pass.output(), targets, null, ops, gradient);
        if (!Double.isFinite(loss)) {
            ops.reset();
            throw new DivergedException(steps + 1, loss);
        }
        int correct = classes ? Accuracy.correct(network.architecture().loss(), pass.output(), targets, ops) : -1;
        clearGradients();
        pass.backward(gradient);
        steps++;
        stepper.step(steps, learningRate);
        ops.reset();
        meter.add(to - from, loss, correct, System.nanoTime() - start);
        if (!listeners.isEmpty()) {
            tell(new TrainingEvent.StepDone(steps, epochOf(steps), to - from, loss, correct));
        }
    }

    private void clearGradients() {
        for (Parameter parameter : network.parameters()) {
            if (parameter.trainable()) {
                parameter.gradient().fill(0);
            }
        }
    }

    private void endEpoch() {
        Score score = validation == null ? null : Evaluation.of(network, validation, ops);
        TrainingEvent.EpochDone done = new TrainingEvent.EpochDone(
                epochOf(steps), meter.score(classes), score, Duration.ofNanos(meter.nanos()));
        lastEpoch = done;
        tell(done);
        if (finished()) {
            tell(new TrainingEvent.Finished(steps));
        }
    }

    private void tell(TrainingEvent event) {
        for (TrainingListener listener : listeners) {
            listener.on(event);
        }
    }

    /// Whether all epochs are done.
    public boolean finished() {
        return steps >= (long) epochs * batches.perEpoch();
    }

    /// The number of steps taken.
    public long steps() {
        return steps;
    }

    /// The number of mini-batches in an epoch.
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
        return Optional.ofNullable(lastEpoch);
    }

    /// The learning rate of the next step.
    public double learningRate() {
        return learningRate;
    }

    /// Changes the learning rate from the next step on.
    public void learningRate(double rate) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("A learning rate is a number from 0 on, not " + rate);
        }
        this.learningRate = rate;
    }

    /// Ends what the engine has opened. The network keeps what it has learned.
    @Override
    public void close() {
        ops.close();
    }
}
