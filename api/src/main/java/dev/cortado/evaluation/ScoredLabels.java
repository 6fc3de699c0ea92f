package dev.cortado.evaluation;

import java.util.Arrays;

/// Scores, each with whether the sample belongs to the class: one long for each, the score's order above and the label as the
/// lowest bit, so that sorting sorts both.
final class ScoredLabels {
    private long[] keys = new long[64];
    private int size;
    private long positives;

    void add(float score, boolean positive) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(size, 2));
        }
        int bits = Float.floatToIntBits(score + 0f);
        int ordered = bits ^ ((bits >> 31) & 0x7FFFFFFF);
        keys[size] = (long) ordered << 1 | (positive ? 1 : 0);
        size++;
        positives += positive ? 1 : 0;
    }

    long positives() {
        return positives;
    }

    int size() {
        return size;
    }

    /// The i-th score.
    private float score(int i) {
        int ordered = (int) (keys[i] >> 1);
        return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & 0x7FFFFFFF));
    }

    private boolean endsTie(int i) {
        return i == 0 || keys[i] >> 1 != keys[i - 1] >> 1;
    }

    /// The area under the ROC curve: the part of the pairs of a positive and a negative in which the positive has the larger
    /// score, ties counting half (Mann and Whitney, 1947). NaN if all are of one kind.
    double area() {
        Arrays.sort(keys, 0, size);
        double area = 0;
        long negativesBelow = 0;
        int from = 0;
        while (from < size) {
            int to = from;
            long positive = 0;
            while (to < size && keys[to] >> 1 == keys[from] >> 1) {
                positive += keys[to] & 1;
                to++;
            }
            long negative = to - from - positive;
            area += positive * (negativesBelow + 0.5 * negative);
            negativesBelow += negative;
            from = to;
        }
        return area / ((double) positives * (size - positives));
    }

    /// The curve from the largest score down, a point after each tie, without those on a straight line.
    RocCurve curve() {
        Arrays.sort(keys, 0, size);
        long[][] counts = new long[size + 1][2];
        double[] thresholds = new double[size + 1];
        thresholds[0] = Double.POSITIVE_INFINITY;
        int points = 1;
        long positive = 0;
        for (int i = size - 1; i >= 0; i--) {
            positive += keys[i] & 1;
            if (endsTie(i)) {
                counts[points] = new long[] {size - i - positive, positive};
                thresholds[points] = score(i);
                points++;
            }
        }
        return RocCurve.ofCorners(Arrays.copyOf(counts, points), thresholds, size - positives, positives);
    }
}
