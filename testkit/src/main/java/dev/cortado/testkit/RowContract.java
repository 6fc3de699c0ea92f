package dev.cortado.testkit;

import dev.cortado.activation.RowFunction;
import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Functions of rows and sums: one row never sees another, and nothing overflows that need not.
interface RowContract extends EngineSubject {
    @Test
    default void softmaxIsRightAtAwkwardSizes() {
        try (Kernels kernels = engine().open()) {
            for (int columns : Awkward.COLUMNS) {
                for (int rows : Awkward.ROWS) {
                    checkForward(kernels, Sample.uniform(Shape.of(rows, columns), columns, -5, 5));
                }
            }
        }
    }

    private static void checkForward(Kernels kernels, Tensor x) {
        for (RowFunction function : RowFunction.values()) {
            RowTwin twin = RowTwin.of(function, x);
            Tensor before = x.copy();
            Tensor result = Sample.poison(x.shape());
            kernels.applyToRows(function, x, result);
            Rounding.check(result, twin::value, twin::bound, () -> function + " of " + x.shape());
            Rounding.checkBits(x, before, () -> function + " has changed its input");
            kernels.applyToRows(function, before, before);
            Rounding.checkBits(before, result, () -> function + " in place of " + x.shape());
        }
    }

    @Test
    default void softmaxOfLargeNumbersDoesNotOverflow() {
        try (Kernels kernels = engine().open()) {
            for (int columns : Awkward.COLUMNS) {
                checkForward(kernels, Sample.uniform(Shape.of(4, columns), 1, -300, 300));
                checkForward(kernels, Sample.uniform(Shape.of(4, columns), 2, 1e6, 1e6 + 4));
                checkForward(kernels, Sample.uniform(Shape.of(2, columns), 3, -1e30, 1e30));
            }
        }
    }

    @Test
    default void softmaxKeepsInfinitiesAndNanInTheirRow() {
        List<Float> special = List.of(Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, Float.MIN_VALUE, Float.NaN);
        try (Kernels kernels = engine().open()) {
            for (int columns : List.of(2, 3, 7, 16, 33)) {
                checkForward(kernels, Sample.with(special, Shape.of(40, columns), 4));
            }
        }
    }

    @Test
    default void theWayBackThroughSoftmaxIsRightAtAwkwardSizes() {
        try (Kernels kernels = engine().open()) {
            for (int columns : Awkward.COLUMNS) {
                for (int rows : Awkward.ROWS) {
                    checkBackward(kernels, Shape.of(rows, columns));
                }
            }
        }
    }

    private static void checkBackward(Kernels kernels, Shape shape) {
        for (RowFunction function : RowFunction.values()) {
            Tensor y = Sample.uniform(shape, 1, -4, 4);
            kernels.applyToRows(function, y, y);
            Tensor dy = Sample.uniform(shape, 2);
            Tensor yBefore = y.copy();
            Tensor dyBefore = dy.copy();
            RowTwin twin = RowTwin.backward(function, y, dy);
            Tensor result = Sample.poison(shape);
            kernels.applyToRowsBackward(function, y, dy, result);
            Rounding.check(result, twin::value, twin::bound, () -> "The way back through " + function + " of " + shape);
            Rounding.checkBits(y, yBefore, () -> "The way back through " + function + " has changed the result");
            Rounding.checkBits(dy, dyBefore, () -> "The way back through " + function + " has changed the gradient");
            kernels.applyToRowsBackward(function, y, dyBefore, dyBefore);
            Rounding.checkBits(dyBefore, result, () -> "The way back through " + function + ", written over the gradient");
            kernels.applyToRowsBackward(function, yBefore, dy, yBefore);
            Rounding.checkBits(yBefore, result, () -> "The way back through " + function + ", written over the result");
        }
    }

    @Test
    default void crossEntropyIsRightAtAwkwardSizes() {
        try (Kernels kernels = engine().open()) {
            for (int columns : Awkward.COLUMNS) {
                for (int rows : Awkward.ROWS) {
                    Tensor logits = Sample.uniform(Shape.of(rows, columns), 1, -8, 8);
                    for (double smoothing : new double[] {0, 0.1, 1}) {
                        checkCrossEntropy(kernels, logits, oneHot(logits.shape()), smoothing);
                        checkCrossEntropy(kernels, logits, Sample.uniform(logits.shape(), 2, 0, 1), smoothing);
                    }
                }
            }
        }
    }

    private static Tensor oneHot(Shape shape) {
        Tensor target = Tensor.zeros(shape);
        for (int r = 0; r < shape.rows(); r++) {
            target.data()[r * shape.columns() + r * 7 % shape.columns()] = 1;
        }
        return target;
    }

    private static void checkCrossEntropy(Kernels kernels, Tensor logits, Tensor target, double smoothing) {
        Tensor scale = Sample.uniform(Shape.of(logits.rows()), 3, 0, 2);
        RowTwin[] twin = RowTwin.crossEntropy(logits, target, scale, smoothing);
        Tensor losses = Sample.poison(scale.shape());
        Tensor gradient = Sample.poison(logits.shape());
        Tensor logitsBefore = logits.copy();
        Tensor targetBefore = target.copy();
        kernels.crossEntropy(logits, target, scale, smoothing, losses, gradient);
        Rounding.check(losses, twin[0]::value, twin[0]::bound, () -> "Cross-entropy losses of " + logits.shape());
        Rounding.check(gradient, twin[1]::value, twin[1]::bound, () -> "Cross-entropy gradient of " + logits.shape());
        Rounding.checkBits(logits, logitsBefore, () -> "Cross-entropy has changed the logits");
        Rounding.checkBits(target, targetBefore, () -> "Cross-entropy has changed the target");
        kernels.crossEntropy(logitsBefore, target, scale, smoothing, losses, logitsBefore);
        Rounding.checkBits(logitsBefore, gradient, () -> "Cross-entropy gradient written over the logits " + logits.shape());
    }

    @Test
    default void crossEntropyOfHopelessLogitsIsLargeAndFinite() {
        try (Kernels kernels = engine().open()) {
            for (int columns : List.of(2, 10, 17)) {
                Tensor logits = Sample.uniform(Shape.of(5, columns), 1, -1e4, 1e4);
                checkCrossEntropy(kernels, logits, oneHot(logits.shape()), 0);
            }
        }
    }

    @Test
    default void crossEntropyKeepsNanInItsRow() {
        List<Float> special = List.of(Float.NaN, 0f, -0f, 1e-40f, 80f, -80f);
        try (Kernels kernels = engine().open()) {
            for (int columns : List.of(2, 10, 17)) {
                Tensor logits = Sample.with(special, Shape.of(20, columns), 1);
                checkCrossEntropy(kernels, logits, oneHot(logits.shape()), 0.1);
            }
        }
    }
}
