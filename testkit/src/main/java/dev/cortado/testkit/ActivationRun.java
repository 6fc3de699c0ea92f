package dev.cortado.testkit;

import dev.cortado.activation.Activation;
import dev.cortado.engine.Ops;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// An activation run forward and back on an engine.
final class ActivationRun {
    private ActivationRun() {
    }

    /// The gradient that makes the way back tell the slope itself.
    static Tensor ones(Shape shape) {
        Tensor ones = Tensor.zeros(shape);
        ones.fill(1);
        return ones;
    }

    /// Holds the way back to differences of Σ f(x) · random, and sees that nothing it was given has changed.
    static void checkBack(Activation activation, Ops ops, Tensor x) {
        Tensor weights = Sample.uniform(x.shape(), 9);
        Tensor given = x.copy();
        Tensor gradient = weights.copy();
        Tensor y = ops.activate(activation, x);
        Tensor output = y.copy();
        Tensor back = ops.activateBackward(activation, x, y, gradient).copy();
        Rounding.checkBits(x, given, () -> activation + " has changed its input");
        Rounding.checkBits(y, output, () -> "The way back through " + activation + " has changed the output");
        Rounding.checkBits(gradient, weights, () -> "The way back through " + activation + " has changed the gradient");
        ops.reset();
        Slopes.check(() -> "The way back through %s on %s".formatted(activation, ops.engine().name()), x, back, moved -> {
            double sum = Slopes.dot(ops.activate(activation, moved), weights);
            ops.reset();
            return sum;
        }, Slopes.magnitude(output, weights));
    }
}
