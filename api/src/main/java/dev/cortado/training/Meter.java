package dev.cortado.training;

import dev.cortado.evaluation.Score;

/// Adds up what an epoch's batches were like.
final class Meter {
    private double loss;
    private long correct;
    private long samples;
    private long nanos;

    void add(int batch, double batchLoss, int batchCorrect, long time) {
        loss += batchLoss * batch;
        correct += batchCorrect;
        samples += batch;
        nanos += time;
    }

    Score score(boolean classes) {
        return new Score(loss / samples, classes ? (double) correct / samples : Double.NaN);
    }

    long nanos() {
        return nanos;
    }

    void reset() {
        loss = 0;
        correct = 0;
        samples = 0;
        nanos = 0;
    }
}
