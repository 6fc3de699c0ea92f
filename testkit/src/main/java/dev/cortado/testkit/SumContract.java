package dev.cortado.testkit;

import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Sums: every element once, and the long ones without losing their digits.
interface SumContract extends EngineSubject {
    @Test
    default void sumsTakeEveryElement() {
        try (Kernels kernels = engine().open()) {
            for (int size : Awkward.SIZES) {
                checkSum(kernels, Sample.uniform(Shape.of(size), 1));
                checkSum(kernels, Sample.uniform(Shape.of(3, size), 2, 0, 1e-38));
            }
            checkSum(kernels, Sample.uniform(Shape.of(1000, 127), 3));
        }
    }

    private static void checkSum(Kernels kernels, Tensor a) {
        Tensor before = a.copy();
        double expected = 0;
        double magnitude = 0;
        for (float value : a.data()) {
            expected += value;
            magnitude += Math.abs(value);
        }
        double sum = kernels.sum(a);
        if (Math.abs(sum - expected) > Rounding.ofSum(a.elements(), magnitude)) {
            throw new AssertionError("The sum of %s is %s, should be %s".formatted(a.shape(), sum, expected));
        }
        Rounding.checkBits(a, before, () -> "The sum has changed what it sums");
    }

    @Test
    default void whatIsNotFiniteIsFoundWhereverItIs() {
        try (Kernels kernels = engine().open()) {
            for (int size : List.of(1, 7, 16, 37, 1000, 40_001)) {
                for (int place : List.of(0, size / 2, size - 1)) {
                    for (float value : List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -Float.MAX_VALUE, -0f)) {
                        Tensor a = Sample.uniform(Shape.of(size), 1);
                        a.data()[place] = value;
                        if (kernels.isFinite(a) != Float.isFinite(value)) {
                            throw new AssertionError("isFinite is %s with %s at %d of %d".formatted(!Float.isFinite(value), value, place, size));
                        }
                    }
                }
            }
        }
    }

    @Test
    default void longSumsKeepTheirDigits() {
        Tensor tenths = Tensor.zeros(Shape.of(1_000_001));
        tenths.fill(0.1f);
        try (Kernels kernels = engine().open()) {
            double sum = kernels.sum(tenths);
            if (Math.abs(sum - 100_000.1) > 1) {
                throw new AssertionError("The sum of 1,000,001 tenths is %s, should be 100000.1 ± 1".formatted(sum));
            }
        }
    }

    @Test
    default void sumsCarryNanAndInfinity() {
        try (Kernels kernels = engine().open()) {
            for (int place : List.of(0, 8, 16, 32, 36)) {
                for (float value : List.of(Float.NaN, Float.POSITIVE_INFINITY)) {
                    Tensor a = Sample.uniform(Shape.of(37), 1);
                    a.data()[place] = value;
                    double sum = kernels.sum(a);
                    if (Double.compare(sum, value) != 0) {
                        throw new AssertionError("The sum with %s at %d of 37 is %s".formatted(value, place, sum));
                    }
                }
            }
        }
    }

    @Test
    default void sumsOfRowsAreAddedToWhatIsThere() {
        try (Kernels kernels = engine().open()) {
            for (int columns : Awkward.SIZES) {
                for (int rows : List.of(0, 1, 2, 3, 5, 8, 17, 50, 127)) {
                    checkSumOfRows(kernels, Sample.uniform(Shape.of(rows, columns), 1));
                    checkSumOfRows(kernels, Sample.with(Awkward.VALUES.subList(0, 24), Shape.of(rows, columns), 2));
                }
            }
            checkSumOfRows(kernels, Sample.with(List.of(Float.NaN, Float.NEGATIVE_INFINITY), Shape.of(5, 100), 2));
        }
    }

    /// The sum of rows is the product of a row of ones with them.
    private static void checkSumOfRows(Kernels kernels, Tensor a) {
        Tensor ones = Tensor.zeros(Shape.of(a.rows(), 1));
        ones.fill(1);
        Tensor row = Sample.uniform(Shape.of(1, a.columns()), 3);
        ProductTwin twin = Product.ADD_TRANSPOSED_MULTIPLY.twin(ones, a, row);
        Tensor before = a.copy();
        kernels.addSumOfRows(a, row);
        Rounding.check(row, twin::value, twin::bound, () -> "The sum of the rows of " + a.shape());
        Rounding.checkBits(a, before, () -> "The sum of rows has changed what it sums");
    }
}
