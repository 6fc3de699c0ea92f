package dev.cortado.engine.ojalgo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OjalgoKernelsTest {
    private static final String SIZES = """
            1, 1, 1
            1, 7, 5
            7, 1, 5
            7, 5, 1
            1, 100, 784
            784, 1, 50
            2, 2, 2
            15, 16, 17
            32, 33, 32
            33, 33, 1
            33, 40, 129
            50, 100, 784
            127, 65, 31
            0, 3, 4
            3, 0, 4
            3, 4, 0
            40, 40, 0
            0, 0, 0
            """;

    private final Kernels kernels = new Ojalgo(2).open();

    @AfterEach
    void close() {
        kernels.close();
    }

    @ParameterizedTest(name = "{0} × {1}, inner length {2}")
    @CsvSource(textBlock = SIZES)
    void multiplyAgreesWithSumsInDouble(int m, int n, int k) {
        Tensor a = random(m, k, "a");
        Tensor b = random(k, n, "b");
        Tensor result = full(m, n);
        kernels.multiply(a, b, result);
        Twin.multiply(a, b).assertNear(result);
    }

    @ParameterizedTest(name = "{0} × {1}, inner length {2}")
    @CsvSource(textBlock = SIZES)
    void multiplyTransposedAgreesWithSumsInDouble(int m, int n, int k) {
        Tensor a = random(m, k, "a");
        Tensor b = random(n, k, "b");
        Tensor result = full(m, n);
        kernels.multiplyTransposed(a, b, result);
        Twin.multiply(a, Twin.transpose(b)).assertNear(result);
    }

    @ParameterizedTest(name = "{0} × {1}, inner length {2}")
    @CsvSource(textBlock = SIZES)
    void addTransposedMultiplyAddsWhatSumsInDoubleGive(int m, int n, int k) {
        Tensor a = random(k, m, "a");
        Tensor b = random(k, n, "b");
        Tensor sum = random(m, n, "sum");
        Twin expected = Twin.multiply(Twin.transpose(a), b).plus(sum);
        kernels.addTransposedMultiply(a, b, sum);
        expected.assertNear(sum);
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1, 1", "1, 6", "6, 1", "5, 6", "40, 50"})
    void zeroTimesNanAndInfinityIsNanInEveryProduct(int m, int n) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Tensor zeros = Tensor.zeros(Shape.of(m, 3));
            Tensor bads = full(n, 3, bad);
            assertAllNan(product(zeros, bads));
            assertAllNan(product(full(m, 3, bad), Tensor.zeros(Shape.of(n, 3))));
        }
    }

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({"1, 1", "1, 6", "6, 1", "5, 6", "40, 50"})
    void productsBeyondTheRangeOfFloatsAreInfinite(int m, int n) {
        for (Tensor result : product(full(m, 3, 1e30f), full(n, 3, -1e30f))) {
            assertThat(result.data()).containsOnly(Float.NEGATIVE_INFINITY);
        }
    }

    /// a · bᵀ, by each of the three products.
    private Tensor[] product(Tensor a, Tensor b) {
        Tensor[] results = {full(a.rows(), b.rows()), full(a.rows(), b.rows()), Tensor.zeros(Shape.of(a.rows(), b.rows()))};
        kernels.multiply(a, Twin.transpose(b), results[0]);
        kernels.multiplyTransposed(a, b, results[1]);
        kernels.addTransposedMultiply(Twin.transpose(a), Twin.transpose(b), results[2]);
        return results;
    }

    private static void assertAllNan(Tensor[] results) {
        for (Tensor result : results) {
            assertThat(result.data()).containsOnly(Float.NaN);
        }
    }

    /// A result that every element of must be written.
    private static Tensor full(int rows, int columns) {
        return full(rows, columns, 12345);
    }

    private static Tensor full(int rows, int columns, float value) {
        Tensor tensor = Tensor.zeros(Shape.of(rows, columns));
        tensor.fill(value);
        return tensor;
    }

    private static Tensor random(int rows, int columns, String name) {
        Tensor tensor = Tensor.zeros(Shape.of(rows, columns));
        Randomness randomness = Randomness.seed(1).at(name);
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) randomness.uniform(i, -1, 1);
        }
        return tensor;
    }
}
