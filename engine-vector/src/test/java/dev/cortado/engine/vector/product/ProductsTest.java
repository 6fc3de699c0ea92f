package dev.cortado.engine.vector.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Holds the products to a twin that sums in double, over sizes around the lanes and the tiles, with every operand in the middle of a longer array.
class ProductsTest {
    private static final int BEFORE = 3;
    private static final float UNTOUCHED = -77;

    private final Products products = Products.eager();
    private final Products rightFirst = Products.eager().rightFirst();
    private final Products plain = Products.patient(Patience.own(Long.MAX_VALUE));
    private final Random random = new Random(1);

    private static void forEachShape(Product check) {
        int[] sizes = {0, 1, 3, 7, 8, 9, 10, 15, 16, 17, 33};
        for (int m : new int[] {0, 1, 4, 10, 31}) {
            for (int n : sizes) {
                for (int k : new int[] {0, 1, 17}) {
                    check.of(m, n, k);
                }
            }
        }
        int[][] larger = {{127, 127, 127}, {1, 1000, 127}, {1000, 1, 127}, {127, 1, 1000}, {2, 1000, 33}, {50, 100, 784}, {50, 10, 100}, {128, 512, 100},
            {65, 300, 900}, {12, 1000, 130}, {1, 3, 500}, {1, 500, 3}, {100, 10, 1}, {300, 3, 1}, {130, 10, 2}, {130, 130, 1},
            {1, 10, 100}, {1, 16, 100}, {1, 31, 100}, {1, 8, 100}, {1, 27, 40}, {1, 54, 40}, {1, 65, 40}, {1, 100, 40}, {1, 130, 40}, {1, 255, 40}, {1, 257, 40},
            {32, 32, 32}, {64, 64, 64}, {40, 35, 50}, {784, 100, 50}, {784, 100, 2000}, {27, 70, 90}, {23, 68, 900}, {100, 76, 80}, {65, 101, 40}, {99, 36, 60}, {70, 70, 70}, {70, 300, 700}, {8, 40, 90}, {5, 44, 90}, {300, 500, 300}};
        for (int[] shape : larger) {
            check.of(shape[0], shape[1], shape[2]);
        }
    }

    private interface Product {
        void of(int m, int n, int k);
    }

    @Test
    void multiplyAgreesWithTheTwin() {
        forEachShape((m, n, k) -> {
            float[] a = operand(m * k), b = operand(k * n), c = result(m * n);
            products.multiply(a, BEFORE, b, BEFORE, c, BEFORE, m, n, k);
            assertClose(c, m, n, k, (i, j, p) -> (double) a[BEFORE + i * k + p] * b[BEFORE + p * n + j], new float[m * n]);
        });
    }

    @Test
    void multiplyTransposedAgreesWithTheTwin() {
        forEachShape((m, n, k) -> {
            float[] a = operand(m * k), b = operand(n * k), c = result(m * n);
            products.multiplyTransposed(a, BEFORE, b, BEFORE, c, BEFORE, m, n, k);
            assertClose(c, m, n, k, (i, j, p) -> (double) a[BEFORE + i * k + p] * b[BEFORE + j * k + p], new float[m * n]);
        });
    }

    @Test
    void addTransposedMultiplyAddsToWhatIsThere() {
        forEachShape((m, n, k) -> {
            float[] a = operand(k * m), b = operand(k * n), c = result(m * n);
            for (int i = 0; i < m * n; i++) {
                c[BEFORE + i] = random.nextFloat() - 0.5f;
            }
            float[] before = Arrays.copyOfRange(c, BEFORE, BEFORE + m * n);
            products.addTransposedMultiply(a, BEFORE, b, BEFORE, c, BEFORE, m, n, k);
            assertClose(c, m, n, k, (i, j, p) -> (double) a[BEFORE + p * m + i] * b[BEFORE + p * n + j], before);
        });
    }

    @Test
    void transposedMultiplyHasTheBitsOfAddingToZeros() {
        forEachShape((m, n, k) -> {
            float[] a = operand(k * m), b = operand(k * n), c = result(m * n), sum = result(m * n);
            Arrays.fill(sum, BEFORE, BEFORE + m * n, 0);
            products.addTransposedMultiply(a, BEFORE, b, BEFORE, sum, BEFORE, m, n, k);
            int cut = random.nextInt(m + 1);
            products.transposedMultiply(a, BEFORE, b, BEFORE, c, BEFORE, m, n, k, cut, m);
            products.transposedMultiply(a, BEFORE, b, BEFORE, c, BEFORE, m, n, k, 0, cut);
            assertThat(c).isEqualTo(sum);
        });
    }

    @Test
    void everyRowIsFinishedOnce() {
        forEachShape((m, n, k) -> {
            float[] a = operand(m * k), b = operand(k * n), c = result(m * n);
            int[] told = new int[m];
            products.multiply(a, BEFORE, k, b, BEFORE, c, BEFORE, m, n, k, 0, m, (first, end) -> {
                for (int i = first; i < end; i++) {
                    told[i]++;
                    for (int j = 0; j < n; j++) {
                        c[BEFORE + i * n + j] *= 2;
                    }
                }
            });
            assertThat(told).containsOnly(m == 0 ? new int[0] : new int[] {1});
            assertClose(c, m, n, k, (i, j, p) -> 2.0 * a[BEFORE + i * k + p] * b[BEFORE + p * n + j], new float[m * n]);
        });
    }

    /// Rows by the few are too little work to look for zeros, and so leave nothing out.
    @Test
    void leavingZerosOutChangesNoBit() {
        for (int[] shape : new int[][] {{50, 100, 784}, {128, 512, 300}, {97, 65, 401}, {30, 129, 1000}, {784, 100, 50}, {403, 131, 128}, {61, 120, 300}}) {
            int m = shape[0], n = shape[1], k = shape[2];
            float[] rows = withGaps(m, k, false), columns = withGaps(k, m, true), b = operand(k * n);
            for (Product spoil : spoilers(b)) {
                spoil.of(m, n, k);
                float[] whole = result(m * n), parts = result(m * n);
                products.multiply(rows, BEFORE, b, BEFORE, whole, BEFORE, m, n, k);
                for (int i = 0; i < m; i += 4) {
                    products.multiply(rows, BEFORE, k, b, BEFORE, parts, BEFORE, m, n, k, i, Math.min(m, i + 4), FinishedRows.IGNORED);
                }
                assertThat(parts).as("rows of %d, %d, %d", m, n, k).isEqualTo(whole);
                Arrays.fill(parts, BEFORE, BEFORE + m * n, 7);
                plain.multiply(rows, BEFORE, b, BEFORE, parts, BEFORE, m, n, k);
                assertThat(parts).as("rows of %d, %d, %d without vectors", m, n, k).isEqualTo(whole);
                Arrays.fill(parts, BEFORE, BEFORE + m * n, 7);
                rightFirst.multiply(rows, BEFORE, b, BEFORE, parts, BEFORE, m, n, k);
                assertThat(parts).as("rows of %d, %d, %d after B has been copied", m, n, k).isEqualTo(whole);

                if (m < 700) {
                    assertThat(products.sharesColumns(rows, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, 1)).isTrue();
                    Arrays.fill(parts, BEFORE, BEFORE + m * n, 7);
                    int together = products.sparseColumnsTogether();
                    for (int j = (n - 1) / together * together; j >= 0; j -= together) {
                        products.multiplySparse(rows, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, j, Math.min(n, j + together));
                        assertThat(j == 0 || parts[BEFORE + m / 2 * n + j - 1] == 7).as("a column beside those from %d on stays", j).isTrue();
                    }
                    assertThat(parts).as("columns of %d, %d, %d", m, n, k).isEqualTo(whole);
                }

                products.addTransposedMultiply(columns, BEFORE, b, BEFORE, whole, BEFORE, m, n, k);
                for (int i = 0; i < m; i += 4) {
                    products.addTransposedMultiply(columns, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, i, Math.min(m, i + 4));
                }
                assertThat(parts).as("columns of %d, %d, %d", m, n, k).isEqualTo(whole);

                products.transposedMultiply(columns, BEFORE, b, BEFORE, whole, BEFORE, m, n, k, 0, m);
                for (int i = 0; i < m; i += 4) {
                    products.transposedMultiply(columns, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, i, Math.min(m, i + 4));
                }
                assertThat(parts).as("fresh columns of %d, %d, %d", m, n, k).isEqualTo(whole);
                Arrays.fill(parts, BEFORE, BEFORE + m * n, 7);
                plain.transposedMultiply(columns, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, 0, m);
                assertThat(parts).as("fresh columns of %d, %d, %d without vectors", m, n, k).isEqualTo(whole);
                Arrays.fill(parts, BEFORE, BEFORE + m * n, 7);
                rightFirst.transposedMultiply(columns, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, 0, m);
                assertThat(parts).as("fresh columns of %d, %d, %d after B has been copied", m, n, k).isEqualTo(whole);
            }
        }
    }

    /// B as it is, then with sums that underflow to either zero, then with numbers that make NaN of zeros, in the first, a middle and the last column.
    private static List<Product> spoilers(float[] b) {
        return List.of(
                (m, n, k) -> {},
                (m, n, k) -> {
                    for (int p = 0; p < k; p++) {
                        b[BEFORE + p * n + 5] = p % 2 == 0 ? -Float.MIN_VALUE : Float.MIN_VALUE;
                        b[BEFORE + p * n + n - 1] = -Float.MIN_VALUE;
                    }
                },
                (m, n, k) -> b[BEFORE] = Float.POSITIVE_INFINITY,
                (m, n, k) -> {
                    b[BEFORE + k / 2 * n + n / 2] = Float.NaN;
                    b[BEFORE + k * n - 1] = Float.NEGATIVE_INFINITY;
                });
    }

    /// Like the pixels of images: wide gaps of zeros, some of them negative; and one image in twenty is all there, unless they are to be alike.
    private float[] withGaps(int images, int pixels, boolean alike) {
        float[] a = operand(images * pixels);
        for (int image = 0; image < images; image++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                boolean drawn = pixel / 8 % 3 == 1 || (!alike && image % 20 == 0) || random.nextInt(40) == 0;
                if (!drawn) {
                    a[BEFORE + image * pixels + pixel] = pixel % 5 == 0 ? -0f : 0;
                }
            }
        }
        return a;
    }

    @Test
    void rangesChangeNoBit() {
        assertSameInParts(products);
    }

    @Test
    void plainLoopsHaveTheSameBits() {
        assertSameInParts(plain);
    }

    private void assertSameInParts(Products others) {
        forEachShape((m, n, k) -> {
            float[] a = operand(m * k), b = operand(k * n), whole = result(m * n), parts = result(m * n);
            int cut = random.nextInt(m + 1), left = random.nextInt(n + 1);

            products.multiply(a, BEFORE, b, BEFORE, whole, BEFORE, m, n, k);
            others.multiply(a, BEFORE, k, b, BEFORE, parts, BEFORE, m, n, k, cut, m, FinishedRows.IGNORED);
            others.multiply(a, BEFORE, k, b, BEFORE, parts, BEFORE, m, n, k, 0, cut, FinishedRows.IGNORED);
            assertThat(parts).isEqualTo(whole);

            products.addTransposedMultiply(a, BEFORE, b, BEFORE, whole, BEFORE, m, n, k);
            others.addTransposedMultiply(a, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, 0, cut);
            others.addTransposedMultiply(a, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, cut, m);
            assertThat(parts).isEqualTo(whole);

            products.multiplyTransposed(a, BEFORE, b, BEFORE, whole, BEFORE, m, n, k);
            others.multiplyTransposed(a, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, 0, cut, left, n);
            others.multiplyTransposed(a, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, 0, cut, 0, left);
            others.multiplyTransposed(a, BEFORE, b, BEFORE, parts, BEFORE, m, n, k, cut, m, 0, n);
            assertThat(parts).isEqualTo(whole);
        });
    }

    @Test
    void everySumRunsUpwardsInFusedSteps() {
        forEachShape((m, n, k) -> {
            float[] a = operand(m * k), b = operand(k * n), c = result(m * n), expected = result(m * n);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    float sum = 0;
                    for (int p = 0; p < k; p++) {
                        float x = a[BEFORE + i * k + p], y = b[BEFORE + p * n + j];
                        sum = TinyProduct.fits(m, n, k) ? sum + x * y : Math.fma(x, y, sum);
                    }
                    expected[BEFORE + i * n + j] = sum;
                }
            }
            products.multiply(a, BEFORE, b, BEFORE, c, BEFORE, m, n, k);
            assertThat(c).isEqualTo(expected);
            float[] transposed = new float[BEFORE + n * k];
            for (int i = 0; i < n * k; i++) {
                transposed[BEFORE + i] = b[BEFORE + i % k * n + i / k];
            }
            products.multiplyTransposed(a, BEFORE, transposed, BEFORE, c, BEFORE, m, n, k);
            assertThat(c).isEqualTo(expected);
        });
    }

    @Test
    void whetherVectorsAreUsedYetChangesNoBit() {
        for (int[] shape : new int[][] {{50, 100, 784}, {50, 10, 100}, {29, 47, 300}, {3, 5, 700}, {96, 100, 50}, {31, 2, 300}, {100, 40, 700}}) {
            int m = shape[0], n = shape[1], k = shape[2];
            float[] a = operand(m * k), b = operand(k * n), expected = result(m * n), transposed = result(m * n);
            products.multiply(a, BEFORE, b, BEFORE, expected, BEFORE, m, n, k);
            products.multiplyTransposed(a, BEFORE, b, BEFORE, transposed, BEFORE, m, n, k);
            // Plain loops for some of either product, then vectors.
            Products patient = Products.patient(Patience.own(20L * m * n * k));
            for (int i = 0; i < 60; i++) {
                float[] c = result(m * n);
                patient.multiply(a, BEFORE, b, BEFORE, c, BEFORE, m, n, k);
                assertThat(c).isEqualTo(expected);
                patient.multiplyTransposed(a, BEFORE, b, BEFORE, c, BEFORE, m, n, k);
                assertThat(c).isEqualTo(transposed);
            }
        }
    }

    @Test
    void whatFollowsAnOperandDoesNotMatter() {
        forEachShape((m, n, k) -> {
            float[] a = operand(m * k), b = operand(k * n), c = result(m * n), expected = result(m * n);
            products.multiply(a, BEFORE, b, BEFORE, expected, BEFORE, m, n, k);
            float[] longer = Arrays.copyOf(b, b.length + 40);
            Arrays.fill(longer, b.length, longer.length, Float.NaN);
            products.multiply(a, BEFORE, longer, BEFORE, c, BEFORE, m, n, k);
            assertThat(c).isEqualTo(expected);
        });
    }

    @Test
    void zeroTimesInfinityIsNotANumberWhereverItStands() {
        for (int size : new int[] {3, 40, 129}) {
            float[] zeros = new float[size * size], b = new float[size * size];
            Arrays.fill(b, 1);
            b[(size - 1) * size] = Float.POSITIVE_INFINITY;
            b[size - 1] = Float.NaN;
            float[] c = new float[size * size];
            products.multiply(zeros, 0, b, 0, c, 0, size, size, size);
            for (int i = 0; i < size; i++) {
                assertThat(c[i * size]).isNaN();
                assertThat(c[i * size + size - 1]).isNaN();
                assertThat(c[i * size + 1]).isZero();
            }
        }
    }

    @Test
    void infinitiesOfAStayInTheirRow() {
        int m = 21, n = 37, k = 19;
        float[] a = new float[m * k], b = new float[k * n], c = new float[m * n];
        Arrays.fill(a, 1);
        Arrays.fill(b, 2);
        a[4 * k + 7] = Float.NEGATIVE_INFINITY;
        products.multiply(a, 0, b, 0, c, 0, m, n, k);
        for (int i = 0; i < m; i++) {
            assertThat(Arrays.copyOfRange(c, i * n, i * n + n)).containsOnly(i == 4 ? Float.NEGATIVE_INFINITY : 2 * k);
        }
    }

    private interface Term {
        double at(int i, int j, int p);
    }

    /// Compares C with start + the double sum of the terms, within the rounding of k float additions, and finds the floats around C untouched.
    private static void assertClose(float[] c, int m, int n, int k, Term term, float[] start) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = start[i * n + j], size = Math.abs(sum);
                for (int p = 0; p < k; p++) {
                    sum += term.at(i, j, p);
                    size += Math.abs(term.at(i, j, p));
                }
                double error = Math.abs(c[BEFORE + i * n + j] - sum);
                if (!(error <= (k + 1) * 0x1p-24 * size)) {
                    assertThat((double) c[BEFORE + i * n + j]).as("row %d, column %d", i, j).isCloseTo(sum, within((k + 1) * 0x1p-24 * size));
                }
            }
        }
        assertThat(Arrays.copyOf(c, BEFORE)).containsOnly(UNTOUCHED);
        assertThat(Arrays.copyOfRange(c, BEFORE + m * n, c.length)).containsOnly(UNTOUCHED);
    }

    /// An operand that ends with its array, so that reading past it is caught.
    private float[] operand(int size) {
        float[] values = new float[BEFORE + size];
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    private static float[] result(int size) {
        float[] values = new float[BEFORE + size + 2];
        Arrays.fill(values, UNTOUCHED);
        return values;
    }
}
