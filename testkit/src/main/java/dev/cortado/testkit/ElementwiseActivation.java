package dev.cortado.testkit;

import dev.cortado.activation.Activation;
import dev.cortado.engine.Ops;
import dev.cortado.expression.Expression;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The formula of an activation and its derivative in float64: what engines are held to.
final class ElementwiseActivation {
    private static final Expression.Input X = Expression.input("x");

    private final Activation activation;
    private final Expression value;
    private final Expression slope;

    ElementwiseActivation(Activation activation) {
        this.activation = activation;
        this.value = activation.apply(X);
        this.slope = value.derivative(X);
    }

    /// Steps from −6 to 6, close to where kinks are wont to be, and far out.
    static double[] points() {
        DoubleStream grid = IntStream.rangeClosed(-48, 48).mapToDouble(i -> i / 8.0);
        DoubleStream between = IntStream.rangeClosed(-24, 24).mapToDouble(i -> i / 4.0 + 0.0371);
        DoubleStream far = DoubleStream.of(-1000, -88, -20, -9, 9, 20, 88, 1000, 1e-6, -1e-6, 2.9999, -2.9999, 3.0001);
        return DoubleStream.concat(DoubleStream.concat(grid, between), far).toArray();
    }

    static Tensor pointsTensor() {
        return Tensor.of(Shape.of(1, points().length), points());
    }

    private double value(double x) {
        return value.evaluate(Map.of("x", x));
    }

    private double slope(double x) {
        return slope.evaluate(Map.of("x", x));
    }

    /// Holds the derivative at x to both one-sided differences; nothing is said where the value jumps.
    void checkSlope(double x) {
        double step = 1e-5 * Math.max(1, Math.abs(x));
        double left = (value(x) - value(x - step)) / step;
        double right = (value(x + step) - value(x)) / step;
        double told = slope(x);
        double allowed = 1e-3 * Math.max(1e-2, Math.min(Math.abs(left), Math.abs(right)));
        boolean smooth = step * (Math.abs(left) + Math.abs(right)) < 1e-3 * Math.max(1, Math.abs(value(x)));
        if (smooth && !(told >= Math.min(left, right) - allowed && told <= Math.max(left, right) + allowed)) {
            throw new AssertionError("The derivative of %s at %s is %s; differences say %.6g to the left and %.6g to the right"
                    .formatted(activation, x, told, left, right));
        }
    }

    /// Holds what an engine computes for x to the formula.
    void check(Ops ops, Tensor x) {
        Tensor given = x.copy();
        Tensor y = ops.activate(activation, x);
        check(y, x, this::value, () -> activation + " on " + ops.engine().name());
        Tensor back = ops.activateBackward(activation, x, y, ActivationRun.ones(x.shape()));
        check(back, x, this::slope, () -> "The derivative of " + activation + " on " + ops.engine().name());
        if (x.columns() <= 33) {
            Tensor product = ops.affine(x, unit(x.columns()), Tensor.zeros(Shape.of(x.columns())), activation);
            check(product, x, this::value, () -> activation + " of a product on " + ops.engine().name());
        }
        Rounding.checkBits(x, given, () -> activation + " has changed its input");
    }

    private static void check(
            Tensor actual, Tensor x, DoubleUnaryOperator expected, Supplier<String> what) {
        IntToDoubleFunction wanted = i -> (float) expected.applyAsDouble(x.data()[i]);
        Rounding.check(actual, wanted, i -> 1e-5 * (1 + Math.abs(x.data()[i]) + Math.abs(wanted.applyAsDouble(i))),
                () -> what.get() + " at " + x);
    }

    private static Tensor unit(int size) {
        Tensor unit = Tensor.zeros(Shape.of(size, size));
        for (int i = 0; i < size; i++) {
            unit.data()[i * size + i] = 1;
        }
        return unit;
    }
}
