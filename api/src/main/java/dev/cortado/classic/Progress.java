package dev.cortado.classic;

import java.util.ArrayList;
import java.util.List;

/// How a fit has gone so far, and whether it becomes better.
final class Progress {
    private final List<Double> lossCurve = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();
    private double loss = Double.NaN;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private double bestScore = Double.NEGATIVE_INFINITY;
    private int iterations;
    private long samples;
    private int unimproved;

    /// One more time through so many samples.
    void iteration(double newLoss, int size) {
        iterations++;
        samples += size;
        loss = newLoss;
        lossCurve.add(newLoss);
    }

    /// Judges the last iteration by its loss.
    void judgeByLoss(double tol) {
        unimproved = loss > bestLoss - tol ? unimproved + 1 : 0;
        bestLoss = Math.min(bestLoss, loss);
    }

    /// Judges the last iteration by a score.
    ///
    /// @return whether it is the best so far
    boolean judgeByScore(double score, double tol) {
        scores.add(score);
        unimproved = score < bestScore + tol ? unimproved + 1 : 0;
        boolean best = score > bestScore;
        bestScore = best ? score : bestScore;
        return best;
    }

    /// Whether there was no better iteration for longer than this.
    boolean isStuck(int patience) {
        return unimproved > patience;
    }

    void forgive() {
        unimproved = 0;
    }

    /// What lbfgs came to.
    void end(double finalLoss, int count) {
        loss = finalLoss;
        iterations = count;
    }

    double[] lossCurve() {
        return lossCurve.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] scores() {
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double loss() {
        return loss;
    }

    double bestLoss() {
        return Double.isInfinite(bestLoss) ? Double.NaN : bestLoss;
    }

    double bestScore() {
        return scores.isEmpty() ? Double.NaN : bestScore;
    }

    int iterations() {
        return iterations;
    }

    long samples() {
        return samples;
    }
}
