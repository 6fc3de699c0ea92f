package dev.cortado.testkit;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The products: right to the last term, whatever the size, and with nothing skipped.
interface ProductContract extends EngineSubject {
    @Test
    default void productsAreRightAtAwkwardSizes() {
        try (Kernels kernels = engine().open()) {
            for (int m : Awkward.SIZES) {
                for (int n : Awkward.SIZES) {
                    for (int k : Awkward.SIZES) {
                        checkIfSmall(kernels, m, n, k);
                    }
                }
            }
        }
    }

    private static void checkIfSmall(Kernels kernels, int m, int n, int k) {
        if ((m + 1L) * (n + 1) * (k + 1) <= Awkward.SMALL) {
            for (Product product : Product.values()) {
                check(kernels, product, m, n, k);
            }
        }
    }

    private static void check(Kernels kernels, Product product, int m, int n, int k) {
        Tensor a = Sample.uniform(product.left(m, n, k), 1);
        Tensor b = Sample.uniform(product.right(m, n, k), 2);
        product.check(kernels, a, b, product.start(m, n));
    }

    @Test
    default void productsAreRightWhereBlocksEnd() {
        try (Kernels kernels = engine().open()) {
            for (int[] size : Awkward.products()) {
                for (Product product : Product.values()) {
                    check(kernels, product, size[0], size[1], size[2]);
                }
            }
        }
    }

    @Test
    default void productsSkipNothingSoThatZeroTimesNanIsNan() {
        try (Kernels kernels = engine().open()) {
            for (int size : List.of(1, 7, 8, 17, 33, 127)) {
                for (Product product : Product.values()) {
                    Tensor nan = Sample.poison(product.right(size, size, size));
                    product.check(kernels, Tensor.zeros(product.left(size, size, size)), nan, product.start(size, size));
                }
            }
        }
    }

    @Test
    default void productsCarryInfinitiesAndSubnormals() {
        List<Float> special = List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, Float.MIN_VALUE,
                1e-40f, 1e18f, 1e-30f);
        try (Kernels kernels = engine().open()) {
            for (int[] size : new int[][] {{9, 17, 3}, {17, 33, 2}, {33, 16, 5}, {5, 1, 1}, {64, 100, 4}}) {
                for (Product product : Product.values()) {
                    Tensor a = Sample.with(special, product.left(size[0], size[1], size[2]), 4);
                    Tensor b = Sample.with(special, product.right(size[0], size[1], size[2]), 5);
                    product.check(kernels, a, b, product.start(size[0], size[1]));
                }
            }
        }
    }

    @Test
    default void tensorsOfAnyRankAreMatrices() {
        try (Kernels kernels = engine().open()) {
            Tensor a = Sample.uniform(Shape.of(6, 1, 5, 4), 1);
            Product.MULTIPLY.check(kernels, a, Sample.uniform(Shape.of(20, 9), 2), Sample.poison(Shape.of(6, 9)));
            Product.MULTIPLY_TRANSPOSED.check(kernels, a, Sample.uniform(Shape.of(7, 2, 10), 2), Sample.poison(Shape.of(6, 7)));
            Product.ADD_TRANSPOSED_MULTIPLY.check(kernels, a, Sample.uniform(Shape.of(6), 2), Sample.uniform(Shape.of(20), 3));
        }
    }

    @Test
    default void aFormulaOnAProductIsAppliedToEveryElement() {
        Expression.Input product = Expression.input("product");
        Expression.Input row = Expression.row("row");
        try (Kernels kernels = engine().open()) {
            Kernel sum = kernels.compile(Formula.of(List.of(product, row), List.of(), List.of(product.plus(row))));
            Kernel relu = kernels.compile(Formula.of(List.of(product, row), List.of(), List.of(product.plus(row).max(0))));
            Kernel sigmoid = kernels.compile(Formula.of(List.of(product, row), List.of(), List.of(product.plus(row).sigmoid())));
            for (int size : Awkward.SIZES) {
                checkFused(kernels, sum, product.plus(row), 3, size, 17);
                checkFused(kernels, relu, product.plus(row).max(0), size, 33, 9);
                checkFused(kernels, sigmoid, product.plus(row).sigmoid(), 9, 16, size);
            }
            checkFused(kernels, sigmoid, product.plus(row).sigmoid(), 50, 100, 784);
            checkFused(kernels, sum, product.plus(row), 20, 33, 513);
        }
    }

    @Test
    default void zerosMayBeLeftOutOfAProductByWhatIsFinite() {
        Expression.Input product = Expression.input("product");
        Expression.Input row = Expression.row("row");
        List<Float> mostlyZero = List.of(0f, 0f, -0f, 0f, 0.7f, 0f, -1.3f, 0f);
        try (Kernels kernels = engine().open()) {
            Kernel sum = kernels.compile(Formula.of(List.of(product, row), List.of(), List.of(product.plus(row))));
            for (int[] size : new int[][] {{1, 100, 784}, {1, 512, 784}, {1, 10, 100}, {1, 64, 33}, {1, 129, 16}, {1, 1, 1}, {3, 70, 40}, {1, 7, 0}}) {
                Tensor a = Sample.with(mostlyZero, Shape.of(size[0], size[2]), 1);
                checkFused(kernels::multiplyByFinite, sum, product.plus(row), a, size[1]);
                checkFused(kernels::multiplyByConstant, sum, product.plus(row), a, size[1]);
            }
        }
    }

    /// A product with a formula applied to it.
    @FunctionalInterface
    interface Fused {
        /// result = formula(a · b, row).
        void run(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result);
    }

    /// None of the formulas is steeper than 1: the error of the product grows by its own rounding alone.
    private static void checkFused(Kernels kernels, Kernel kernel, Expression formula, int m, int n, int k) {
        checkFused(kernels::multiply, kernel, formula, Sample.uniform(Shape.of(m, k), 1), n);
    }

    private static void checkFused(Fused multiply, Kernel kernel, Expression formula, Tensor a, int n) {
        Tensor b = Sample.uniform(Shape.of(a.columns(), n), 2);
        Tensor row = Sample.uniform(Shape.of(n), 6);
        Tensor rowBefore = row.copy();
        Tensor result = Sample.poison(Shape.of(a.rows(), n));
        multiply.run(a, b, kernel, row, result);
        ProductTwin twin = Product.MULTIPLY.twin(a, b, result);
        Rounding.check(result,
                i -> formula.evaluate(Map.of("product", twin.value(i), "row", (double) row.data()[i % n])),
                i -> twin.bound(i) + 8 * Rounding.UNIT * (2 + Math.abs(twin.value(i))),
                () -> formula + " on the product of " + a.shape() + " and " + b.shape());
        Rounding.checkBits(row, rowBefore, () -> "The product with " + formula + " has changed the row");
    }
}
