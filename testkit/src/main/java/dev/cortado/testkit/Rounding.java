package dev.cortado.testkit;

import dev.cortado.tensor.Tensor;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/// How far float32 may be from what is true, and whether a result is within that.
final class Rounding {
    /// Half a unit in the last place of 1: the largest relative error of one operation.
    static final double UNIT = 0x1p-24;

    private Rounding() {
    }

    /// The bound of a sum of products, whatever its order: Higham, *Accuracy and Stability of Numerical Algorithms* (2002), 3.1.
    ///
    /// @param terms how many are added
    /// @param magnitude the sum of their absolute values
    static double ofSum(int terms, double magnitude) {
        return (terms + 2) * UNIT * magnitude + (terms + 2) * (double) Float.MIN_VALUE;
    }

    /// The bound of so many units in the last place.
    static double ofUlps(double expected, double ulps) {
        return ulps * Math.ulp((float) expected);
    }

    /// Whether a result is within the bound; NaN and infinities must be met exactly.
    static boolean within(float actual, double expected, double bound) {
        if (Double.isNaN(expected)) {
            return Float.isNaN(actual);
        }
        if (Double.isInfinite(expected)) {
            return actual == expected;
        }
        return Math.abs(actual - expected) <= bound || (float) expected == actual;
    }

    /// Holds every element to its expected value.
    ///
    /// @param what told if one is wrong
    static void check(Tensor actual, IntToDoubleFunction expected, IntToDoubleFunction bound, Supplier<String> what) {
        for (int i = 0; i < actual.elements(); i++) {
            double wanted = expected.applyAsDouble(i);
            double allowed = bound.applyAsDouble(i);
            if (!within(actual.data()[i], wanted, allowed)) {
                throw new AssertionError("%s: element (%d, %d) of %s is %s, should be %s ± %.2g".formatted(what.get(),
                        i / actual.columns(), i % actual.columns(), actual.shape(), actual.data()[i], wanted, allowed));
            }
        }
    }

    /// Holds a tensor to another, bit for bit; every NaN counts as the same one.
    static void checkBits(Tensor actual, Tensor expected, Supplier<String> what) {
        for (int i = 0; i < actual.elements(); i++) {
            if (Float.floatToIntBits(actual.data()[i]) != Float.floatToIntBits(expected.data()[i])) {
                throw new AssertionError("%s: element (%d, %d) of %s is %s, should be %s to the last bit".formatted(what.get(),
                        i / actual.columns(), i % actual.columns(), actual.shape(), actual.data()[i], expected.data()[i]));
            }
        }
    }
}
