package dev.cortado.evaluation;

import dev.cortado.data.Dataset;
import dev.cortado.network.Network;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The receiver operating characteristic of one class against the rest: how the part of the positives that is found grows
/// with the part of the negatives taken for positives, as the threshold falls (Fawcett, *An introduction to ROC analysis*,
/// 2006).
///
/// @param points from (0, 0) to (1, 1); those on a straight line between others are left out
/// @param area the area under the curve: 1 is perfect, ½ is guessing; NaN without positives or negatives
public record RocCurve(List<Point> points, double area) {
    /// A curve.
    public RocCurve {
        points = List.copyOf(points);
    }

    /// What comes of one threshold.
    ///
    /// @param threshold scores from here on count as positive; infinite at the first point
    /// @param falsePositives the part of the negatives with such scores
    /// @param truePositives the part of the positives with such scores
    public record Point(double threshold, double falsePositives, double truePositives) {
    }

    /// The curve of a class of a data set by a network's predictions. All its scores are held, 8 bytes for each sample.
    ///
    /// @param label the class; of a single column, 1
    /// @throws IllegalArgumentException if there is no such class, or no sample, or samples do not fit the network
    public static RocCurve of(Network network, Dataset dataset, int label) {
        int column = column(dataset, label);
        ScoredLabels scores = new ScoredLabels();
        Evaluation.feed(new Column(column, scores), network, dataset);
        return scores.curve();
    }

    /// The curve of scores, each of a positive or a negative.
    public static RocCurve of(float[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException("There are %d scores and %d labels".formatted(scores.length, positive.length));
        }
        ScoredLabels labels = new ScoredLabels();
        for (int i = 0; i < scores.length; i++) {
            labels.add(scores[i], positive[i]);
        }
        return labels.curve();
    }

    static int column(Dataset dataset, int label) {
        int columns = dataset.targetShape().elements();
        boolean single = columns == 1 && label == 1;
        if (!single && (label < 0 || label >= columns || columns == 1)) {
            throw new IllegalArgumentException(columns == 1 ? "A single column is class 1, not %d".formatted(label)
                    : "There is no class %d: there are %d, counted from 0".formatted(label, columns));
        }
        return single ? 0 : label;
    }

    /// @param counts negatives and positives from each threshold on
    static RocCurve ofCorners(long[][] counts, double[] thresholds, long negatives, long positives) {
        List<Point> points = new ArrayList<>();
        double area = 0;
        for (int i = 0; i < counts.length; i++) {
            if (i > 0) {
                area += (counts[i][0] - counts[i - 1][0]) * 0.5 * (counts[i][1] + counts[i - 1][1]);
            }
            if (i <= 1 || i == counts.length - 1 || turns(counts[i - 1], counts[i], counts[i + 1])) {
                points.add(new Point(thresholds[i], (double) counts[i][0] / negatives, (double) counts[i][1] / positives));
            }
        }
        return new RocCurve(points, area / ((double) negatives * positives));
    }

    /// As scikit-learn has it: unless the next step is the same as the last. The first threshold always stays.
    private static boolean turns(long[] before, long[] here, long[] after) {
        return after[0] - here[0] != here[0] - before[0] || after[1] - here[1] != here[1] - before[1];
    }

    /// One column of predictions and targets.
    private record Column(int column, ScoredLabels scores) implements Metric.Total {
        @Override
        public void add(Tensor prediction, Tensor target) {
            for (int i = column; i < target.elements(); i += target.columns()) {
                scores.add(prediction.data()[i], target.data()[i] > 0.5f);
            }
        }

        @Override
        public double value() {
            return scores.area();
        }
    }
}
