package dev.cortado.engine.ojalgo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// A product summed in double, with the sum of the absolute values, by which rounding errors are judged.
final class Twin {
    private final int terms;
    private final double[] values;
    private final double[] magnitudes;

    private Twin(int terms, int elements) {
        this.terms = terms;
        this.values = new double[elements];
        this.magnitudes = new double[elements];
    }

    static Twin multiply(Tensor a, Tensor b) {
        int n = b.columns();
        int k = a.columns();
        Twin twin = new Twin(k + 1, a.rows() * n);
        for (int i = 0; i < twin.values.length; i++) {
            for (int j = 0; j < k; j++) {
                double term = (double) a.data()[i / n * k + j] * b.data()[j * n + i % n];
                twin.values[i] += term;
                twin.magnitudes[i] += Math.abs(term);
            }
        }
        return twin;
    }

    static Tensor transpose(Tensor matrix) {
        Tensor transposed = Tensor.zeros(Shape.of(matrix.columns(), matrix.rows()));
        for (int i = 0; i < matrix.elements(); i++) {
            int row = i / matrix.columns();
            int column = i % matrix.columns();
            transposed.data()[column * matrix.rows() + row] = matrix.data()[i];
        }
        return transposed;
    }

    Twin plus(Tensor sum) {
        for (int i = 0; i < values.length; i++) {
            values[i] += sum.data()[i];
            magnitudes[i] += Math.abs(sum.data()[i]);
        }
        return this;
    }

    /// Within the bound of a float32 sum in any order: terms · 2⁻²⁴ · Σ|terms|.
    void assertNear(Tensor result) {
        assertThat(result.data()).hasSize(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat((double) result.data()[i])
                    .describedAs("element %d", i)
                    .isCloseTo(values[i], within(terms * 0x1p-24 * magnitudes[i]));
        }
    }
}
