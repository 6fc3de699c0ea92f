package dev.cortado.evaluation;

import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// How often each class was predicted, occurred, and was predicted where it occurred: what precision, recall and F1 are made
/// of, as one of the samples' classes or as one of several labels of a sample.
///
/// Where a denominator is 0, so is the figure, as in scikit-learn.
public final class ClassCounts {
    private final long[] right;
    private final long[] predicted;
    private final long[] actual;

    private ClassCounts(long[] right, long[] predicted, long[] actual) {
        this.right = right;
        this.predicted = predicted;
        this.actual = actual;
    }

    static ClassCounts of(long[] right, long[] predicted, long[] actual) {
        return new ClassCounts(right, predicted, actual);
    }

    /// The counts of labels of which a sample may have several: a column each, above ½ or not.
    public static ClassCounts ofLabels(Tensor prediction, Tensor target) {
        ClassCounts counts = labels(target.columns());
        counts.addLabels(prediction, target);
        return counts;
    }

    static ClassCounts labels(int count) {
        return new ClassCounts(new long[count], new long[count], new long[count]);
    }

    void addLabels(Tensor prediction, Tensor target) {
        for (int i = 0; i < target.elements(); i++) {
            boolean told = prediction.data()[i] > 0.5f;
            boolean wanted = target.data()[i] > 0.5f;
            right[i % right.length] += told && wanted ? 1 : 0;
            predicted[i % right.length] += told ? 1 : 0;
            actual[i % right.length] += wanted ? 1 : 0;
        }
    }

    /// The number of classes.
    public int classes() {
        return right.length;
    }

    /// How often a class occurs.
    public long support(int label) {
        return actual[label];
    }

    /// The part of the predictions of a class that is right.
    public double precision(int label) {
        return ratio(right[label], predicted[label]);
    }

    /// The part of the occurrences of a class that was predicted.
    public double recall(int label) {
        return ratio(right[label], actual[label]);
    }

    /// The harmonic mean of precision and recall of a class.
    public double f1(int label) {
        return ratio(2 * right[label], predicted[label] + actual[label]);
    }

    /// The precision of all classes.
    public double precision(Average average) {
        return average(average, this::precision, ratio(sum(right), sum(predicted)));
    }

    /// The recall of all classes.
    public double recall(Average average) {
        return average(average, this::recall, ratio(sum(right), sum(actual)));
    }

    /// The F1 of all classes.
    public double f1(Average average) {
        return average(average, this::f1, ratio(2 * sum(right), sum(predicted) + sum(actual)));
    }

    private double average(Average average, IntToDoubleFunction figure, double together) {
        return switch (average) {
            case BINARY -> figure.applyAsDouble(positive());
            case MACRO -> mean(figure, false);
            case MICRO -> together;
            case WEIGHTED -> mean(figure, true);
        };
    }

    private int positive() {
        if (right.length != 2) {
            throw new IllegalArgumentException(
                    "The average 'binary' is for two classes, not for %d: take macro, micro or weighted".formatted(right.length));
        }
        return 1;
    }

    private double mean(IntToDoubleFunction figure, boolean weighted) {
        double sum = 0;
        double weights = 0;
        for (int label = 0; label < right.length; label++) {
            double weight = weighted ? actual[label] : 1;
            sum += weight * figure.applyAsDouble(label);
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static long sum(long... counts) {
        return Arrays.stream(counts).sum();
    }
}
