package dev.cortado.engine.vector;

import dev.cortado.activation.RowFunction;
import dev.cortado.engine.Convolution;
import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.engine.Pooling;
import dev.cortado.engine.Windows;
import dev.cortado.engine.vector.species.Species;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A program that runs one of everything the engine has and prints a hash of all results, on how many lanes, and a hash of the sums whose order depends on that:
/// `lanes=8 sums=… hash=…`. Arguments: the number of threads,
/// and after how much work, in tenths of a nanosecond, formulas turn to vector code.
final class Fingerprint {
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input Y = Expression.input("y");
    private static final Expression.Input ROW = Expression.row("row");
    private static final Expression.Input BIAS = Expression.column("bias");

    private final Random random = new Random(1);
    private int sums;
    private int hash;

    private Fingerprint() {}

    public static void main(String[] args) {
        Fingerprint fingerprint = new Fingerprint();
        try (Kernels kernels = new VectorKernels(Integer.parseInt(args[0]), Long.parseLong(args[1]))) {
            fingerprint.products(kernels, 4, 3, 2);
            fingerprint.products(kernels, 19, 37, 70);
            fingerprint.products(kernels, 1, 37, 70);
            fingerprint.products(kernels, 21, 37, 700);
            fingerprint.formulas(kernels, Shape.of(13, 11));
            fingerprint.rows(kernels, Shape.of(13, 11));
            fingerprint.rows(kernels, Shape.of(131, 127));
            fingerprint.images(kernels, windows(3, 19, 0), 6, 5);
            fingerprint.images(kernels, windows(3, 32, 0), 6, 5);
            fingerprint.images(kernels, windows(9, 7, 1), 10, 37);
        }
        int hash = fingerprint.hash;
        System.out.println("lanes=" + Species.FLOATS.length() + " sums=" + fingerprint.sums + " hash=" + hash);
    }

    private void products(Kernels kernels, int m, int n, int k) {
        Tensor sum = random(Shape.of(m, n));
        kernels.multiply(random(Shape.of(m, k)), random(Shape.of(k, n)), sum);
        take(sum);
        kernels.addTransposedMultiply(random(Shape.of(k, m)), random(Shape.of(k, n)), sum);
        take(sum);
        kernels.multiplyTransposed(random(Shape.of(m, k)), random(Shape.of(n, k)), sum);
        take(sum);
        Formula activation = Formula.of(List.of(X, ROW), List.of(), List.of(X.plus(ROW).sigmoid()));
        kernels.multiply(random(Shape.of(m, k)), random(Shape.of(k, n)), kernels.compile(activation), random(Shape.of(n)), sum);
        take(sum);
    }

    private void formulas(Kernels kernels, Shape shape) {
        for (Expression e : List.of(X.exp(), X.square().log(), X.tanh(), X.sigmoid(), X.softplus(), X.erf(), X.times(X.softplus().tanh()).derivative(X),
                X.abs().pow(Y), X.min(Y).max(0.5).sign(), Expression.select(X.lessThan(Y), X.sqrt(), Y.dividedBy(X)))) {
            Tensor result = Tensor.zeros(shape);
            kernels.compile(Formula.of(List.of(X, Y), List.of(), List.of(e))).run(
                    new Tensor[] {random(shape), random(shape)}, new float[0], new Tensor[] {result});
            take(result);
        }
    }

    private void rows(Kernels kernels, Shape shape) {
        for (RowFunction function : RowFunction.values()) {
            Tensor y = random(shape);
            kernels.applyToRows(function, y, y);
            take(y);
            kernels.applyToRowsBackward(function, y, random(shape), y);
            take(y);
        }
        Tensor losses = Tensor.zeros(Shape.of(shape.rows()));
        Tensor gradient = Tensor.zeros(shape);
        kernels.crossEntropy(random(shape), random(shape), random(losses.shape()), 0.1, losses, gradient);
        take(losses);
        take(gradient);
        Tensor row = random(Shape.of(shape.columns()));
        kernels.addSumOfRows(gradient, row);
        take(row);
        hash = 31 * hash + Double.hashCode(kernels.sum(gradient));
    }

    private static Windows windows(int channels, int width, int padding) {
        return new Windows(channels, new Windows.Along(9, 3, 1, 1, 1, 9), new Windows.Along(width, 3, 1, 1, padding, width + 2 * padding - 2));
    }

    private void images(Kernels kernels, Windows windows, int filters, int rows) {
        int channels = windows.channels();
        int width = windows.across().length();
        Tensor images = random(windows.images(rows));
        Tensor weight = random(Shape.of(filters, channels, 3, 3));
        Tensor output = Tensor.zeros(windows.outputs(rows, filters));
        Kernel biased = kernels.compile(Formula.of(List.of(X, BIAS), List.of(), List.of(X.plus(BIAS).tanh())));
        Convolution convolution = kernels.convolution(windows, filters);
        convolution.run(images, weight, biased, random(Shape.of(rows * filters)), output);
        take(output);
        Tensor gradient = Tensor.zeros(images.shape());
        convolution.inputGradient(output, weight, gradient);
        take(gradient);
        Windows pairs = new Windows(channels, new Windows.Along(9, 2, 2, 1, 0, 4), new Windows.Along(width, 2, 2, 1, 0, width / 2));
        Pooling pooling = kernels.maxPooling(pairs);
        Tensor pooled = Tensor.zeros(pairs.outputs(rows, channels));
        pooling.run(images, pooled);
        take(pooled);
        pooling.back(images, pooled, gradient);
        take(gradient);
        Tensor weightGradient = Tensor.zeros(weight.shape());
        convolution.addWeightGradient(images, output, weightGradient);
        Tensor sumOfChannels = Tensor.zeros(Shape.of(filters));
        kernels.addSumOfChannels(output, sumOfChannels);
        sums = 31 * sums + Arrays.hashCode(weightGradient.data());
        sums = 31 * sums + Arrays.hashCode(sumOfChannels.data());
    }

    private Tensor random(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    private void take(Tensor tensor) {
        hash = 31 * hash + Arrays.hashCode(tensor.data());
    }
}
