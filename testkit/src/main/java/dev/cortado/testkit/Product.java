package dev.cortado.testkit;

import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// The matrix products, with a result of m × n and sums of k terms.
enum Product {
    MULTIPLY,
    MULTIPLY_TRANSPOSED,
    TRANSPOSED_MULTIPLY,
    ADD_TRANSPOSED_MULTIPLY;

    Shape left(int m, int n, int k) {
        return this == ADD_TRANSPOSED_MULTIPLY || this == TRANSPOSED_MULTIPLY ? Shape.of(k, m) : Shape.of(m, k);
    }

    Shape right(int m, int n, int k) {
        return this == MULTIPLY_TRANSPOSED ? Shape.of(n, k) : Shape.of(k, n);
    }

    /// What the result holds before: something to add to, or something that must not matter.
    Tensor start(int m, int n) {
        return this == ADD_TRANSPOSED_MULTIPLY ? Sample.uniform(Shape.of(m, n), 3) : Sample.poison(Shape.of(m, n));
    }

    void run(Kernels kernels, Tensor a, Tensor b, Tensor result) {
        switch (this) {
            case MULTIPLY -> kernels.multiply(a, b, result);
            case MULTIPLY_TRANSPOSED -> kernels.multiplyTransposed(a, b, result);
            case TRANSPOSED_MULTIPLY -> kernels.transposedMultiply(a, b, result);
            case ADD_TRANSPOSED_MULTIPLY -> kernels.addTransposedMultiply(a, b, result);
        }
    }

    ProductTwin twin(Tensor a, Tensor b, Tensor start) {
        return switch (this) {
            case MULTIPLY -> ProductTwin.of(ProductTwin.rows(a), ProductTwin.rows(b), start.columns());
            case MULTIPLY_TRANSPOSED -> ProductTwin.of(ProductTwin.rows(a), ProductTwin.transposed(b), start.columns());
            case TRANSPOSED_MULTIPLY -> ProductTwin.of(ProductTwin.transposed(a), ProductTwin.rows(b), start.columns());
            case ADD_TRANSPOSED_MULTIPLY ->
                    ProductTwin.of(ProductTwin.transposed(a), ProductTwin.rows(b), start.columns()).plus(start);
        };
    }

    /// Runs it on these operands, holds the result to its twin and sees that the operands stay as they were.
    void check(Kernels kernels, Tensor a, Tensor b, Tensor start) {
        Tensor left = a.copy();
        Tensor right = b.copy();
        Tensor result = start.copy();
        run(kernels, a, b, result);
        ProductTwin twin = twin(left, right, start);
        Rounding.check(result, twin::value, twin::bound, () -> this + " of " + a.shape() + " and " + b.shape());
        Rounding.checkBits(a, left, () -> this + " has changed its first operand");
        Rounding.checkBits(b, right, () -> this + " has changed its second operand");
    }
}
