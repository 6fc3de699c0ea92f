package dev.cortado.classic;

import dev.cortado.evaluation.Accuracy;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A multi-layer perceptron that tells classes apart: scikit-learn's MLPClassifier.
///
/// ```java
/// MlpClassifier flowers = new MlpClassifier().hiddenLayerSizes(8).solver(Solver.LBFGS).fit(x, new String[] {"rose", …});
/// String[] told = flowers.predictLabels(others);
/// ```
///
/// Labels are ints or texts. Two classes share one logistic column, more have one each and a softmax; with rows of zeros and
/// ones as labels a sample may have several at once, each a logistic column. What is minimised is the log loss with the
/// penalty of [#alpha(double)].
public final class MlpClassifier extends Mlp<MlpClassifier> {
    private @Nullable Classes classes;

    /// With scikit-learn's defaults.
    public MlpClassifier() {
    }

    @Override
    MlpClassifier self() {
        return this;
    }

    /// Fits to samples with a label each.
    ///
    /// @param x one row of features for each sample
    /// @throws IllegalArgumentException if there are no samples, fewer than two classes, rows of different lengths, numbers
    ///     that are not finite, or not one label for each sample; with a warm start, if features or classes are others
    /// @throws dev.cortado.training.DivergedException if the loss becomes infinite or NaN
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted, but for the solver lbfgs, which goes on
    public MlpClassifier fit(double[][] x, int[] y) {
        return fitTo(Samples.matrix("samples", x), boxed(y));
    }

    /// Fits to samples with a label each.
    public MlpClassifier fit(float[][] x, int[] y) {
        return fitTo(Samples.matrix("samples", x), boxed(y));
    }

    /// Fits to samples with a label each.
    public MlpClassifier fit(double[][] x, String[] y) {
        return fitTo(Samples.matrix("samples", x), y);
    }

    /// Fits to samples with a label each.
    public MlpClassifier fit(float[][] x, String[] y) {
        return fitTo(Samples.matrix("samples", x), y);
    }

    /// Fits to samples with any number of labels each.
    ///
    /// @param y for each sample and each label 1 if it has it, and 0 if not
    public MlpClassifier fit(double[][] x, int[][] y) {
        return fitTo(Samples.matrix("samples", x), y);
    }

    /// Fits to samples with any number of labels each.
    public MlpClassifier fit(float[][] x, int[][] y) {
        return fitTo(Samples.matrix("samples", x), y);
    }

    private MlpClassifier fitTo(Tensor x, Object[] y) {
        Classes among = Classes.among(y);
        requireSame(among);
        return fitTo(new Samples(x, among.columns(y)), among);
    }

    private MlpClassifier fitTo(Tensor x, int[]... y) {
        Samples.requireRows("labels", y);
        Classes any = Classes.any(y.length == 0 ? 2 : y[0].length);
        requireSame(any);
        return fitTo(new Samples(x, any.columns(y)), any);
    }

    private void requireSame(Classes now) {
        Classes before = classes;
        if (warmStart && before != null && !before.equals(now)) {
            throw new IllegalArgumentException("A warm start needs the classes of the last fit, %s, not %s"
                    .formatted(before.labels(), now.labels()));
        }
    }

    private MlpClassifier fitTo(Samples samples, Classes known) {
        fit(samples, known.task());
        classes = known;
        return this;
    }

    /// Goes on by one iteration over these samples, with the memory of the last; the first time with all classes that there
    /// will be. Neither new weights nor early stopping: each call goes through the samples once.
    ///
    /// @throws IllegalArgumentException if a label is not among the classes, or the classes are not those given first, or
    ///     samples had one label each before and may have several now, or the other way round
    /// @throws IllegalStateException if the solver is lbfgs
    public MlpClassifier partialFit(double[][] x, int[] y, int... all) {
        return goOn(Samples.matrix("samples", x), boxed(y), boxed(all));
    }

    /// Goes on by one iteration.
    public MlpClassifier partialFit(float[][] x, int[] y, int... all) {
        return goOn(Samples.matrix("samples", x), boxed(y), boxed(all));
    }

    /// Goes on by one iteration.
    public MlpClassifier partialFit(double[][] x, String[] y, String... all) {
        return goOn(Samples.matrix("samples", x), y, all);
    }

    /// Goes on by one iteration.
    public MlpClassifier partialFit(float[][] x, String[] y, String... all) {
        return goOn(Samples.matrix("samples", x), y, all);
    }

    /// Goes on by one iteration over samples with any number of labels each.
    public MlpClassifier partialFit(double[][] x, int[][] y) {
        return goOn(Samples.matrix("samples", x), y);
    }

    /// Goes on by one iteration over samples with any number of labels each.
    public MlpClassifier partialFit(float[][] x, int[][] y) {
        return goOn(Samples.matrix("samples", x), y);
    }

    private MlpClassifier goOn(Tensor x, Object[] y, Object[] all) {
        Classes known = known(all);
        return goOn(new Samples(x, known.columns(known.requireKind(y))), known);
    }

    private MlpClassifier goOn(Tensor x, int[][] y) {
        Samples.requireRows("labels", y);
        Classes before = classes;
        Classes known = before == null ? Classes.any(y.length == 0 ? 2 : y[0].length) : before.requireMultilabel();
        return goOn(new Samples(x, known.columns(y)), known);
    }

    private MlpClassifier goOn(Samples samples, Classes known) {
        partialFit(samples, known.task());
        classes = known;
        return this;
    }

    private Classes known(Object[] all) {
        Classes before = classes;
        if (before == null && all.length == 0) {
            throw new IllegalArgumentException(
                    "The first partialFit needs all classes that there will be: partialFit(x, y, classes…)");
        }
        if (before == null) {
            return Classes.among(all);
        }
        before.requireSingle();
        if (all.length > 0 && !before.equals(Classes.among(all))) {
            throw new IllegalArgumentException("The classes are %s since the first fit, not %s"
                    .formatted(before.labels(), Arrays.toString(all)));
        }
        return before;
    }

    /// The class of each sample, where labels are ints.
    ///
    /// @throws IllegalStateException if it is not fitted, labels are texts, or samples have several
    public int[] predict(double[][] x) {
        return ints(labels(Samples.matrix("samples", x)));
    }

    /// The class of each sample, where labels are ints.
    public int[] predict(float[][] x) {
        return ints(labels(Samples.matrix("samples", x)));
    }

    private static int[] ints(Object[] labels) {
        return Arrays.stream(labels).mapToInt(label -> {
            if (label instanceof Integer number) {
                return number;
            }
            throw new IllegalStateException("The labels are texts, such as '%s': ask for predictLabels".formatted(label));
        }).toArray();
    }

    /// The class of each sample, as text.
    public String[] predictLabels(double[][] x) {
        return texts(labels(Samples.matrix("samples", x)));
    }

    /// The class of each sample, as text.
    public String[] predictLabels(float[][] x) {
        return texts(labels(Samples.matrix("samples", x)));
    }

    private static String[] texts(Object[] labels) {
        return Arrays.stream(labels).map(Object::toString).toArray(String[]::new);
    }

    /// For each sample and each label whether it has it, 1 or 0: where samples may have several.
    public int[][] predictMultilabel(double[][] x) {
        return marks(output(Samples.matrix("samples", x)));
    }

    /// For each sample and each label whether it has it, 1 or 0.
    public int[][] predictMultilabel(float[][] x) {
        return marks(output(Samples.matrix("samples", x)));
    }

    private int[][] marks(Tensor output) {
        if (fitted().task != Task.MULTILABEL) {
            throw new IllegalStateException("Each sample has one label here: ask for predict or predictLabels");
        }
        return Arrays.stream(Samples.rows(output)).map(row -> Arrays.stream(row).mapToInt(p -> p > 0.5 ? 1 : 0).toArray())
                .toArray(int[][]::new);
    }

    private Object[] labels(Tensor x) {
        Tensor output = output(x);
        Classes known = known();
        if (known.task() == Task.MULTILABEL) {
            throw new IllegalStateException("Samples may have several labels here: ask for predictMultilabel");
        }
        return IntStream.range(0, output.rows()).mapToObj(row -> known.labels().get(Accuracy.decision(output, row))).toArray();
    }

    /// The probability of each class for each sample, in the order of [#classes].
    public double[][] predictProba(double[][] x) {
        return probabilities(output(Samples.matrix("samples", x)));
    }

    /// The probability of each class for each sample, in the order of [#classes].
    public double[][] predictProba(float[][] x) {
        return probabilities(output(Samples.matrix("samples", x)));
    }

    private double[][] probabilities(Tensor output) {
        double[][] rows = Samples.rows(output);
        return fitted().task != Task.BINARY ? rows
                : Arrays.stream(rows).map(row -> new double[] {1 - row[0], row[0]}).toArray(double[][]::new);
    }

    /// The part of the samples whose class is predicted rightly.
    ///
    /// @throws IllegalArgumentException if there are no samples, or not one label for each, or labels are ints where it was
    ///     fitted to texts, or the other way round
    public double score(double[][] x, int[] y) {
        return share(Samples.matrix("samples", x), boxed(y));
    }

    /// The part of the samples whose class is predicted rightly.
    public double score(float[][] x, int[] y) {
        return share(Samples.matrix("samples", x), boxed(y));
    }

    /// The part of the samples whose class is predicted rightly.
    public double score(double[][] x, String[] y) {
        return share(Samples.matrix("samples", x), y);
    }

    /// The part of the samples whose class is predicted rightly.
    public double score(float[][] x, String[] y) {
        return share(Samples.matrix("samples", x), y);
    }

    /// The part of the samples all of whose labels are predicted rightly.
    public double score(double[][] x, int[][] y) {
        return share(predictMultilabel(x), y);
    }

    /// The part of the samples all of whose labels are predicted rightly.
    public double score(float[][] x, int[][] y) {
        return share(predictMultilabel(x), y);
    }

    private double share(Tensor x, Object[] wanted) {
        Object[] predicted = labels(x);
        return share(predicted, known().requireKind(wanted));
    }

    private static double share(Object[] predicted, Object[] wanted) {
        if (predicted.length == 0) {
            throw new IllegalArgumentException("There is nothing to score: 0 samples");
        }
        if (predicted.length != wanted.length) {
            throw new IllegalArgumentException("There are %d samples and %d labels".formatted(predicted.length, wanted.length));
        }
        return IntStream.range(0, wanted.length).filter(i -> Arrays.deepEquals(
                new Object[] {predicted[i]}, new Object[] {wanted[i]})).count() / (double) wanted.length;
    }

    /// The labels in ascending order, ints or texts: the order of the columns of [#predictProba(double[][])].
    public List<Object> classes() {
        return known().labels();
    }

    private Classes known() {
        Classes present = classes;
        if (present == null) {
            throw new IllegalStateException("This MlpClassifier is not fitted yet: call fit first");
        }
        return present;
    }

    private static Object[] boxed(int[] labels) {
        return Arrays.stream(labels).boxed().toArray();
    }
}
