package dev.cortado.dashboard.race;

import dev.cortado.training.TrainingEvent;

/// Adds up steps.
final class Tally {
    private long samples;
    private double lossSum;
    private long correct;
    private boolean classes = true;
    private long sinceNanos;

    void add(TrainingEvent.StepDone step) {
        samples += step.samples();
        lossSum += step.loss() * step.samples();
        correct += Math.max(0, step.correct());
        classes &= step.correct() >= 0;
    }

    long samples() {
        return samples;
    }

    double loss() {
        return lossSum / samples;
    }

    double accuracy() {
        return classes ? (double) correct / samples : Double.NaN;
    }

    double samplesPerSecond(long nanos) {
        return samples * 1e9 / Math.max(1, nanos - sinceNanos);
    }

    void reset(long nanos) {
        samples = 0;
        lossSum = 0;
        correct = 0;
        classes = true;
        sinceNanos = nanos;
    }
}
