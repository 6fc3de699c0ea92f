package dev.cortado.training;

import dev.cortado.evaluation.Score;

/// Adds up what an epoch's batches were like.
final class Meter {
    double loss;
    long correct;
    long samples;
    long nanos;

    void add(int batch, double batchLoss, int batchCorrect, long time) {
        loss += batchLoss * batch;
        correct += batchCorrect;
        samples += batch;
        nanos += time;
    }

    Score score(boolean classes) {
        return new Score(loss / samples, classes ? (double) correct / samples : Double.NaN);
    }

    void reset() {
        loss = 0;
        correct = 0;
        samples = 0;
        nanos = 0;
    }
}
