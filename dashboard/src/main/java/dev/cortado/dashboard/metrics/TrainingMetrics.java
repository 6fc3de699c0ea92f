package dev.cortado.dashboard.metrics;

import dev.cortado.evaluation.Score;
import dev.cortado.training.TrainingEvent;
import dev.cortado.training.TrainingListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/// Keeps measurements of a training in a registry: its loss, accuracy and epoch, how many samples and steps it has learned
/// from, how long it has computed and how fast it is.
///
/// A listener hears a training on the training's thread; the registry may be read from any other.
public final class TrainingMetrics implements TrainingListener {
    private volatile double loss = Double.NaN;
    private volatile double accuracy = Double.NaN;
    private volatile double validationLoss = Double.NaN;
    private volatile double validationAccuracy = Double.NaN;
    private volatile double learningRate = Double.NaN;
    private volatile int epoch;
    private volatile double samplesPerSecond;
    private final LongAdder nanos = new LongAdder();
    private final LongAdder samples = new LongAdder();
    private final LongAdder steps = new LongAdder();
    private final Counter trainings;
    private final Counter checkpoints;
    private long epochNanos;
    private double epochSamples;
    private double epochCorrect;

    /// Registers the meters `cortado.training.…`, with the engine's name as their tag.
    public TrainingMetrics(MeterRegistry registry, String engine) {
        Tags tags = Tags.of("engine", engine);
        gauge(registry, tags, "loss", "Loss of the last mini-batch", metrics -> metrics.loss);
        gauge(registry, tags, "accuracy", "Accuracy in training over the present epoch, 0 to 1", metrics -> metrics.accuracy);
        gauge(registry, tags, "validation.loss", "Loss on the validation set after the last epoch that was judged", metrics -> metrics.validationLoss);
        gauge(registry, tags, "validation.accuracy", "Accuracy on the validation set after the last epoch that was judged, 0 to 1",
                metrics -> metrics.validationAccuracy);
        gauge(registry, tags, "learning.rate", "Learning rate of the last step", metrics -> metrics.learningRate);
        gauge(registry, tags, "epoch", "Number of the present epoch, from 1", metrics -> metrics.epoch);
        gauge(registry, tags, "samples.per.second", "Samples learned from in a second of computing, over the present epoch",
                metrics -> metrics.samplesPerSecond);
        counter(registry, tags, "samples", "Samples learned from", metrics -> metrics.samples.sum());
        counter(registry, tags, "steps", "Mini-batches learned from", metrics -> metrics.steps.sum());
        counter(registry, tags, "seconds", "Computing time of the steps", metrics -> metrics.nanos.sum() / 1e9);
        trainings = Counter.builder("cortado.training.started").tags(tags).description("Trainings started").register(registry);
        checkpoints = Counter.builder("cortado.training.checkpoints").tags(tags).description("Checkpoints written")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, Tags tags, String name, String description, ToDoubleFunction<TrainingMetrics> value) {
        Gauge.builder("cortado.training." + name, this, value)
                .tags(tags).description(description).strongReference(true).register(registry);
    }

    private void counter(
            MeterRegistry registry, Tags tags, String name, String description, ToDoubleFunction<TrainingMetrics> value) {
        FunctionCounter.builder("cortado.training." + name, this, value).tags(tags).description(description).register(registry);
    }

    @Override
    public void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started _ -> start();
            case TrainingEvent.StepDone step -> count(step);
            case TrainingEvent.EpochDone done -> validate(done);
            case TrainingEvent.CheckpointWritten _ -> checkpoints.increment();
            case TrainingEvent.Improved _, TrainingEvent.Paused _, TrainingEvent.Resumed _, TrainingEvent.Finished _,
                    TrainingEvent.Failed _ -> { }
        }
    }

    private void start() {
        trainings.increment();
        loss = Double.NaN;
        accuracy = Double.NaN;
        validationLoss = Double.NaN;
        validationAccuracy = Double.NaN;
        epoch = 0;
    }

    private void count(TrainingEvent.StepDone step) {
        if (step.epoch() != epoch) {
            epoch = step.epoch();
            epochNanos = 0;
            epochSamples = 0;
            epochCorrect = 0;
        }
        loss = step.loss();
        learningRate = step.learningRate();
        steps.increment();
        samples.add(step.samples());
        nanos.add(step.time().toNanos());
        epochSamples += step.samples();
        epochNanos += step.time().toNanos();
        samplesPerSecond = epochSamples * 1e9 / Math.max(1, epochNanos);
        if (step.correct() >= 0) {
            epochCorrect += step.correct();
            accuracy = epochCorrect / epochSamples;
        }
    }

    private void validate(TrainingEvent.EpochDone epoch) {
        Score validation = epoch.validation();
        if (validation != null) {
            validationLoss = validation.loss();
            validationAccuracy = validation.accuracy();
        }
    }
}
