package dev.cortado.engine.ojalgo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What both routes must share, beyond the contract of engines.
class OjalgoKernelsTest {
    private final Kernels kernels = new Ojalgo(1).open();

    @AfterEach
    void close() {
        kernels.close();
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1, 1", "1, 6", "6, 1", "5, 6", "40, 50"})
    void zeroTimesNanAndInfinityIsNanInEveryProduct(int m, int n) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (Tensor result : products(m, n, 0, bad)) {
                assertThat(result.data()).containsOnly(Float.NaN);
            }
            for (Tensor result : products(m, n, bad, 0)) {
                assertThat(result.data()).containsOnly(Float.NaN);
            }
        }
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1, 1", "1, 6", "6, 1", "5, 6", "40, 50"})
    void productsBeyondTheRangeOfFloatsAreInfinite(int m, int n) {
        for (Tensor result : products(m, n, 1e30f, -1e30f)) {
            assertThat(result.data()).containsOnly(Float.NEGATIVE_INFINITY);
        }
    }

    /// An m × 3 matrix full of one number times a 3 × n matrix full of another, by each of the three products.
    private Tensor[] products(int m, int n, float left, float right) {
        Tensor[] results = {full(m, n, 12345), full(m, n, 12345), full(m, n, 0)};
        kernels.multiply(full(m, 3, left), full(3, n, right), results[0]);
        kernels.multiplyTransposed(full(m, 3, left), full(n, 3, right), results[1]);
        kernels.addTransposedMultiply(full(3, m, left), full(3, n, right), results[2]);
        return results;
    }

    private static Tensor full(int rows, int columns, float value) {
        Tensor tensor = Tensor.zeros(Shape.of(rows, columns));
        tensor.fill(value);
        return tensor;
    }
}
