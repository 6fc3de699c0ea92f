package dev.cortado.engine.vector;

import dev.cortado.activation.RowFunction;
import dev.cortado.engine.Kernels;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jdk.incubator.vector.FloatVector;

/// A program that runs one of everything the engine has and prints a hash of all results, and on how many lanes: `lanes=8 hash=…`. Arguments: the number of threads,
/// and after how many elements formulas turn to vector code.
final class Fingerprint {
    private static final Expression.Input X = Expression.input("x");
    private static final Expression.Input Y = Expression.input("y");
    private static final Expression.Input ROW = Expression.row("row");

    private final Random random = new Random(1);
    private int hash;

    private Fingerprint() {}

    public static void main(String[] args) {
        Fingerprint fingerprint = new Fingerprint();
        try (Kernels kernels = new VectorKernels(Integer.parseInt(args[0]), Long.parseLong(args[1]))) {
            fingerprint.products(kernels, 4, 3, 2);
            fingerprint.products(kernels, 19, 37, 70);
            fingerprint.products(kernels, 1, 37, 70);
            fingerprint.formulas(kernels, Shape.of(13, 11));
            fingerprint.rows(kernels, Shape.of(13, 11));
        }
        System.out.println("lanes=" + FloatVector.SPECIES_PREFERRED.length() + " hash=" + fingerprint.hash);
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
