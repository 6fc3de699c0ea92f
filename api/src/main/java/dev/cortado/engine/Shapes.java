package dev.cortado.engine;

import dev.cortado.tensor.Tensor;

/// What the shapes of operands must have in common. Messages are made only where it fails: a step must not allocate.
final class Shapes {
    private Shapes() {
    }

    static void multiply(Tensor a, Tensor b) {
        if (a.columns() != b.rows()) {
            throw new IllegalArgumentException("Cannot multiply %s by %s: %d columns meet %d rows"
                    .formatted(a.shape(), b.shape(), a.columns(), b.rows()));
        }
    }

    static void multiplyTransposed(Tensor a, Tensor b) {
        if (a.columns() != b.columns()) {
            throw new IllegalArgumentException("Cannot multiply %s by the transpose of %s: %d columns meet %d"
                    .formatted(a.shape(), b.shape(), a.columns(), b.columns()));
        }
    }

    static void transposedMultiply(Tensor a, Tensor b, Tensor sum) {
        if (a.rows() != b.rows()) {
            throw new IllegalArgumentException("Cannot multiply the transpose of %s by %s: %d rows meet %d"
                    .formatted(a.shape(), b.shape(), a.rows(), b.rows()));
        }
        if (sum.rows() != a.columns() || sum.columns() != b.columns()) {
            throw new IllegalArgumentException("Cannot add a product of [%d, %d] to %s"
                    .formatted(a.columns(), b.columns(), sum.shape()));
        }
    }

    static void row(Tensor row, Tensor matrix) {
        if (row.elements() != matrix.columns()) {
            throw new IllegalArgumentException("A row of %s does not fit %s: %d elements meet %d columns"
                    .formatted(row.shape(), matrix.shape(), row.elements(), matrix.columns()));
        }
    }

    static void column(Tensor column, Tensor matrix) {
        if (column.elements() != matrix.rows()) {
            throw new IllegalArgumentException("One number for each row of %s is needed: %s has %d for %d rows"
                    .formatted(matrix.shape(), column.shape(), column.elements(), matrix.rows()));
        }
    }

    static void same(Tensor a, Tensor b) {
        if (a.rows() != b.rows() || a.elements() != b.elements()) {
            throw new IllegalArgumentException("%s and %s must have equal shapes"
                    .formatted(a.shape(), b.shape()));
        }
    }
}
