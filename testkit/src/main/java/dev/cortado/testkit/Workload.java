package dev.cortado.testkit;

import dev.cortado.activation.RowFunction;
import dev.cortado.engine.Convolution;
import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.engine.Pooling;
import dev.cortado.engine.Windows;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// A little of everything an engine does, on numbers that are always the same: to compare bits of.
final class Workload {
    private Workload() {
    }

    /// Runs it and returns all results.
    static List<Tensor> run(Kernels kernels) {
        List<Tensor> results = new ArrayList<>();
        for (int[] size : new int[][] {{50, 100, 784}, {1, 100, 784}, {17, 33, 127}, {127, 1000, 9}, {300, 300, 64}}) {
            for (Product product : Product.values()) {
                results.add(product(kernels, product, size[0], size[1], size[2]));
            }
        }
        gradients(kernels, results);
        gaps(kernels, results);
        rows(kernels, results);
        formulas(kernels, results);
        images(kernels, results);
        return results;
    }

    private static Tensor product(Kernels kernels, Product product, int m, int n, int k) {
        Tensor result = product.start(m, n);
        product.run(kernels, Sample.uniform(product.left(m, n, k), 1), Sample.uniform(product.right(m, n, k), 2), result);
        return result;
    }

    private static void gradients(Kernels kernels, List<Tensor> results) {
        for (int[] layer : AffineContract.LAYERS) {
            for (boolean adds : new boolean[] {false, true}) {
                Tensor weight = Sample.uniform(Shape.of(layer[1], layer[2]), 3);
                Tensor bias = Tensor.zeros(Shape.of(layer[2]));
                AffineContract.run(kernels, adds, Sample.uniform(Shape.of(layer[0], layer[1]), 1), Sample.uniform(Shape.of(layer[0], layer[2]), 2), weight, bias);
                results.addAll(List.of(weight, bias));
            }
        }
    }

    /// Products of rows that are zero in the same places, as images are: with each number of columns for another number of threads.
    private static void gaps(Kernels kernels, List<Tensor> results) {
        Expression.Input x = Expression.input("x");
        Expression.Input row = Expression.row("row");
        Kernel biased = kernels.compile(Formula.of(List.of(x, row), List.of(), List.of(x.plus(row).tanh())));
        for (int columns : new int[] {100, 128, 192}) {
            Tensor images = Sample.uniform(Shape.of(50, 784), 1);
            for (int i = 0; i < images.elements(); i++) {
                images.data()[i] = i % 28 < 9 || i % 28 > 19 ? 0 : images.data()[i];
            }
            Tensor weight = Sample.uniform(Shape.of(784, columns), 2);
            Tensor product = Tensor.zeros(Shape.of(50, columns));
            kernels.multiply(images, weight, product);
            Tensor fused = Tensor.zeros(product.shape());
            kernels.multiply(images, weight, biased, Sample.uniform(Shape.of(columns), 3), fused);
            Tensor gradient = Tensor.zeros(weight.shape());
            kernels.addTransposedMultiply(images, product, gradient);
            results.addAll(List.of(product, fused, gradient));
        }
    }

    private static void rows(Kernels kernels, List<Tensor> results) {
        Tensor logits = Sample.uniform(Shape.of(130, 37), 1, -8, 8);
        for (RowFunction function : RowFunction.values()) {
            Tensor y = Tensor.zeros(logits.shape());
            kernels.applyToRows(function, logits, y);
            Tensor dx = Tensor.zeros(logits.shape());
            kernels.applyToRowsBackward(function, y, logits, dx);
            results.addAll(List.of(y, dx));
        }
        Tensor losses = Tensor.zeros(Shape.of(130));
        Tensor gradient = Tensor.zeros(logits.shape());
        kernels.crossEntropy(logits, results.getLast(), Sample.uniform(losses.shape(), 2), 0.1, losses, gradient);
        Tensor row = Tensor.zeros(Shape.of(37));
        kernels.addSumOfRows(logits, row);
        Tensor sum = Tensor.of(Shape.of(2), kernels.sum(logits), kernels.sum(gradient));
        Tensor sumOfMany = Tensor.zeros(Shape.of(300));
        kernels.addSumOfRows(Sample.uniform(Shape.of(60, 300), 3), sumOfMany);
        results.addAll(List.of(losses, gradient, row, sum, sumOfMany));
    }

    private static void formulas(Kernels kernels, List<Tensor> results) {
        Expression.Input x = Expression.input("x");
        Expression.Input row = Expression.row("row");
        Expression z = x.plus(row);
        Formula formula = Formula.of(List.of(x, row), List.of(),
                List.of(z.sigmoid(), z.tanh(), z.exp(), z.abs().log(), z.erf(), z.softplus(), z.abs().pow(1.7)));
        Tensor[] inputs = {Sample.uniform(Shape.of(700, 91), 1, -3, 3), Sample.uniform(Shape.of(91), 2)};
        Tensor[] outputs = new FormulaTwin(formula).outputs(inputs[0].shape());
        kernels.compile(formula).run(inputs, new float[0], outputs);
        results.addAll(List.of(outputs));
        Tensor rowless = Tensor.zeros(inputs[0].shape());
        kernels.compile(Formula.of(List.of(x), List.of(), List.of(x.tanh()))).run(new Tensor[] {inputs[0]}, new float[0], new Tensor[] {rowless});
        results.add(rowless);
        Formula biased = Formula.of(List.of(x, row), List.of(), List.of(z.tanh()));
        Tensor fused = Tensor.zeros(Shape.of(60, 91));
        Tensor a = Sample.uniform(Shape.of(60, 200), 4);
        kernels.multiply(a, Sample.uniform(Shape.of(200, 91), 5), kernels.compile(biased), inputs[1], fused);
        results.add(fused);
    }

    private static void images(Kernels kernels, List<Tensor> results) {
        Windows windows = new Windows(3, new Windows.Along(14, 3, 1, 1, 1, 14), new Windows.Along(13, 3, 1, 1, 0, 11));
        Tensor images = Sample.uniform(windows.images(7), 1);
        Tensor weight = Sample.uniform(Shape.of(6, 3, 3, 3), 2);
        Tensor output = Tensor.zeros(windows.outputs(7, 6));
        Expression.Input x = Expression.input("x");
        Expression.Input bias = Expression.column("bias");
        Formula formula = Formula.of(List.of(x, bias), List.of(), List.of(x.plus(bias).tanh()));
        Convolution convolution = kernels.convolution(windows, 6);
        convolution.run(images, weight, kernels.compile(formula), Sample.uniform(Shape.of(42), 3), output);
        Tensor gradient = Sample.uniform(output.shape(), 4);
        Tensor weightGradient = Tensor.zeros(weight.shape());
        convolution.addWeightGradient(images, gradient, weightGradient);
        Tensor imagesGradient = Tensor.zeros(images.shape());
        convolution.inputGradient(gradient, weight, imagesGradient);
        Tensor sums = Tensor.zeros(Shape.of(6));
        kernels.addSumOfChannels(gradient, sums);
        results.addAll(List.of(output, weightGradient, imagesGradient, sums));
        Windows pairs = new Windows(3, new Windows.Along(14, 2, 2, 1, 0, 7), new Windows.Along(13, 2, 2, 1, 0, 6));
        pooling(kernels.maxPooling(pairs), pairs, images, results);
        pooling(kernels.averagePooling(pairs, true), pairs, images, results);
    }

    private static void pooling(Pooling pooling, Windows windows, Tensor images, List<Tensor> results) {
        Tensor output = Tensor.zeros(windows.outputs(7, 3));
        Tensor gradient = Tensor.zeros(images.shape());
        pooling.run(images, output);
        pooling.back(images, output, gradient);
        results.addAll(List.of(output, gradient));
    }
}
