package dev.cortado.evaluation;

import dev.cortado.data.Dataset;
import dev.cortado.network.Network;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// How often each class was taken for each: a row for each class that was wanted, a column for each that was predicted.
///
/// ```java
/// ConfusionMatrix confusion = ConfusionMatrix.of(network, mnist.test());
/// System.out.println(confusion);
/// double f1 = confusion.counts().f1(Average.MACRO);
/// ```
public final class ConfusionMatrix {
    private final long[][] counts;
    private final List<String> labels;

    private ConfusionMatrix(long[][] counts, List<String> labels) {
        this.counts = counts;
        this.labels = List.copyOf(labels);
    }

    /// What a network makes of a data set, batch by batch.
    ///
    /// @throws IllegalArgumentException if the data set is empty, or its samples do not fit the network
    public static ConfusionMatrix of(Network network, Dataset dataset) {
        int classes = Math.max(2, dataset.targetShape().elements());
        List<String> names = dataset.classes().isEmpty() ? numbers(classes) : dataset.classes();
        return Evaluation.feed(new Tally(new ConfusionMatrix(new long[classes][classes], names)), network, dataset).matrix;
    }

    /// The matrix of classes that were wanted and predicted, numbered from 0.
    ///
    /// @throws IllegalArgumentException if there are not as many of one as of the other, or no such classes
    public static ConfusionMatrix of(int[] wanted, int[] predicted, int classes) {
        if (wanted.length != predicted.length) {
            throw new IllegalArgumentException(
                    "There are %d wanted classes and %d predicted ones".formatted(wanted.length, predicted.length));
        }
        ConfusionMatrix matrix = new ConfusionMatrix(new long[classes][classes], numbers(classes));
        for (int i = 0; i < wanted.length; i++) {
            requireClass(wanted[i], classes);
            requireClass(predicted[i], classes);
            matrix.counts[wanted[i]][predicted[i]]++;
        }
        return matrix;
    }

    private static void requireClass(int label, int classes) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException("There is no class %d: there are %d, counted from 0".formatted(label, classes));
        }
    }

    /// This matrix with names for its classes.
    public ConfusionMatrix withLabels(List<String> names) {
        if (names.size() != counts.length) {
            throw new IllegalArgumentException("%d names do not fit %d classes".formatted(names.size(), counts.length));
        }
        return new ConfusionMatrix(counts, names);
    }

    private static List<String> numbers(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /// What the classes are called.
    public List<String> labels() {
        return labels;
    }

    /// How often a class was taken for another, or for itself.
    public long count(int wanted, int predicted) {
        return counts[wanted][predicted];
    }

    /// The rows, a copy: what a picture is drawn from.
    public long[][] rows() {
        return IntStream.range(0, counts.length).mapToObj(row -> counts[row].clone()).toArray(long[][]::new);
    }

    /// The rows as parts of their sums: for each class that was wanted, what part of it was taken for which. A class that
    /// never occurs has zeros.
    public double[][] fractions() {
        double[][] fractions = new double[counts.length][counts.length];
        for (int row = 0; row < counts.length; row++) {
            long sum = rowSum(row);
            for (int column = 0; column < counts.length; column++) {
                fractions[row][column] = sum == 0 ? 0 : (double) counts[row][column] / sum;
            }
        }
        return fractions;
    }

    private long rowSum(int row) {
        return IntStream.range(0, counts.length).mapToLong(column -> counts[row][column]).sum();
    }

    private long columnSum(int column) {
        return IntStream.range(0, counts.length).mapToLong(row -> counts[row][column]).sum();
    }

    /// The part of all samples that is on the diagonal.
    public double accuracy() {
        long right = IntStream.range(0, counts.length).mapToLong(each -> counts[each][each]).sum();
        return (double) right / IntStream.range(0, counts.length).mapToLong(this::rowSum).sum();
    }

    /// What precision, recall and F1 are made of.
    public ClassCounts counts() {
        IntStream all = IntStream.range(0, counts.length);
        return ClassCounts.of(all.mapToLong(each -> counts[each][each]).toArray(),
                IntStream.range(0, counts.length).mapToLong(this::columnSum).toArray(),
                IntStream.range(0, counts.length).mapToLong(this::rowSum).toArray());
    }

    /// Precision, recall, F1 and support of each class, and their averages, as a table.
    public String report() {
        return new ClassReport(this).toString();
    }

    /// The matrix as text, the wanted classes to the left.
    @Override
    public String toString() {
        TextTable table = new TextTable();
        table.row("wanted \\ predicted", labels.toArray(String[]::new));
        for (int row = 0; row < counts.length; row++) {
            int at = row;
            table.row(labels.get(row), IntStream.range(0, counts.length).mapToObj(column -> Long.toString(counts[at][column]))
                    .toArray(String[]::new));
        }
        return table.toString();
    }

    /// Counts batch by batch.
    static final class Tally implements Metric.Total {
        final ConfusionMatrix matrix;

        Tally(ConfusionMatrix matrix) {
            this.matrix = matrix;
        }

        @Override
        public void add(Tensor prediction, Tensor target) {
            for (int row = 0; row < target.rows(); row++) {
                matrix.counts[Accuracy.decision(target, row)][Accuracy.decision(prediction, row)]++;
            }
        }

        @Override
        public double value() {
            return matrix.accuracy();
        }
    }

    static ConfusionMatrix empty(int classes) {
        return new ConfusionMatrix(new long[classes][classes], numbers(classes));
    }
}
