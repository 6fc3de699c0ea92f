package dev.cortado.classic;

import dev.cortado.evaluation.Metric;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// A multi-layer perceptron that predicts numbers: scikit-learn's MLPRegressor.
///
/// ```java
/// MlpRegressor curve = new MlpRegressor().hiddenLayerSizes(10).activation("tanh").solver(Solver.LBFGS).fit(x, y);
/// double[] values = curve.predict(others);
/// ```
///
/// What is minimised is half the mean squared error with the penalty of [#alpha(double)].
public final class MlpRegressor extends Mlp<MlpRegressor> {

    /// With scikit-learn's defaults.
    public MlpRegressor() {
    }

    @Override
    MlpRegressor self() {
        return this;
    }

    /// Fits to samples with a number each.
    ///
    /// @param x one row of features for each sample
    /// @throws IllegalArgumentException if there are no samples, rows of different lengths, numbers that are not finite, or
    ///     not one target for each sample; with a warm start, if features or outputs are others in number
    /// @throws dev.cortado.training.DivergedException if the loss becomes infinite or NaN
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted, but for the solver lbfgs, which goes on
    public MlpRegressor fit(double[][] x, double[] y) {
        return fitTo(Samples.matrix("samples", x), column(y));
    }

    /// Fits to samples with a number each.
    public MlpRegressor fit(float[][] x, double[] y) {
        return fitTo(Samples.matrix("samples", x), column(y));
    }

    /// Fits to samples with several numbers each.
    public MlpRegressor fit(double[][] x, double[][] y) {
        return fitTo(Samples.matrix("samples", x), Samples.matrix("targets", y));
    }

    /// Fits to samples with several numbers each.
    public MlpRegressor fit(float[][] x, double[][] y) {
        return fitTo(Samples.matrix("samples", x), Samples.matrix("targets", y));
    }

    private MlpRegressor fitTo(Tensor x, Tensor y) {
        fit(new Samples(x, y), Task.REGRESSION);
        return this;
    }

    /// Goes on by one iteration over these samples, with the memory of the last.
    ///
    /// @throws IllegalStateException if the solver is lbfgs
    public MlpRegressor partialFit(double[][] x, double[] y) {
        return goOn(Samples.matrix("samples", x), column(y));
    }

    /// Goes on by one iteration.
    public MlpRegressor partialFit(float[][] x, double[] y) {
        return goOn(Samples.matrix("samples", x), column(y));
    }

    /// Goes on by one iteration over samples with several numbers each.
    public MlpRegressor partialFit(double[][] x, double[][] y) {
        return goOn(Samples.matrix("samples", x), Samples.matrix("targets", y));
    }

    /// Goes on by one iteration over samples with several numbers each.
    public MlpRegressor partialFit(float[][] x, double[][] y) {
        return goOn(Samples.matrix("samples", x), Samples.matrix("targets", y));
    }

    private MlpRegressor goOn(Tensor x, Tensor y) {
        partialFit(new Samples(x, y), Task.REGRESSION);
        return this;
    }

    /// The number predicted for each sample.
    ///
    /// @throws IllegalStateException if it is not fitted, or samples have several numbers
    public double[] predict(double[][] x) {
        return only(output(Samples.matrix("samples", x)));
    }

    /// The number predicted for each sample.
    public double[] predict(float[][] x) {
        return only(output(Samples.matrix("samples", x)));
    }

    private static double[] only(Tensor output) {
        if (output.columns() != 1) {
            throw new IllegalStateException("There are %d outputs: ask for predictOutputs".formatted(output.columns()));
        }
        return Arrays.stream(Samples.rows(output)).mapToDouble(row -> row[0]).toArray();
    }

    /// The numbers predicted for each sample.
    public double[][] predictOutputs(double[][] x) {
        return Samples.rows(output(Samples.matrix("samples", x)));
    }

    /// The numbers predicted for each sample.
    public double[][] predictOutputs(float[][] x) {
        return Samples.rows(output(Samples.matrix("samples", x)));
    }

    /// R² of the predictions: 1 is perfect, 0 no better than the mean; with several outputs their mean.
    public double score(double[][] x, double[] y) {
        return score(new Samples(Samples.matrix("samples", x), column(y)));
    }

    /// R² of the predictions.
    public double score(float[][] x, double[] y) {
        return score(new Samples(Samples.matrix("samples", x), column(y)));
    }

    /// R² of the predictions, the mean over the outputs.
    public double score(double[][] x, double[][] y) {
        return score(new Samples(Samples.matrix("samples", x), Samples.matrix("targets", y)));
    }

    /// R² of the predictions, the mean over the outputs.
    public double score(float[][] x, double[][] y) {
        return score(new Samples(Samples.matrix("samples", x), Samples.matrix("targets", y)));
    }

    private double score(Samples samples) {
        Tensor predicted = output(samples.x());
        if (predicted.columns() != samples.y().columns()) {
            throw new IllegalArgumentException("There are %d outputs and %d columns of targets"
                    .formatted(predicted.columns(), samples.y().columns()));
        }
        Metric.Total total = Task.REGRESSION.score().start();
        total.add(predicted, samples.y());
        return total.value();
    }

    private static Tensor column(double... y) {
        return Samples.matrix("targets", Arrays.stream(y).mapToObj(value -> new double[] {value}).toArray(double[][]::new));
    }
}
