package dev.cortado.engine.vector.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cortado.engine.vector.species.Species;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinedRowProductTest {
    /// Floats that C has before its row.
    private static final int BEFORE = 3;

    private final int n = 25 * Species.FLOATS.length() / 4;
    private final RandomFloats random = new RandomFloats();

    @BeforeEach
    void onlyWithLongVectors() {
        assumeTrue(Species.FLOATS.length() == 16);
    }

    /// Wherever lines are said to begin: what is read is read with the same bits.
    @Test
    void hasTheBitsOfARowProduct() {
        LinedRowProduct lined = new LinedRowProduct(Ripeness.given(), new CacheLines(Ripeness.given()));
        for (int k : new int[] {7, 8, 9, 10, 160, 163}) {
            float[] a = random.next(k + 1), c = random.next(BEFORE + n + 1);
            for (int bOffset : new int[] {0, 1, 6, 16, 100}) {
                // B ends with the array, or before.
                for (int after : new int[] {0, 40}) {
                    float[] b = random.next(bOffset + k * n + after), expected = c.clone();
                    RowBlocks.addSeven(a, 1, b, bOffset, expected, BEFORE, n, k, n);
                    for (int start = 0; start < 16; start++) {
                        float[] sum = c.clone();
                        lined.add(start, a, 1, b, bOffset, sum, BEFORE, k);
                        assertThat(Arrays.equals(sum, expected)).as("k %d, B from %d of %d, lines from %d", k, bOffset, b.length, start).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void takesAMatrixThatComesAgainAndOfItsWidthOnly() {
        int k = 200;
        float[] a = random.next(k), b = random.next(k * (n + 1)), c = new float[n + 1];
        LinedRowProduct lined = new LinedRowProduct(Ripeness.given(), new CacheLines(Ripeness.given()));
        assertThat(lined.add(a, 0, b, 0, c, 0, n, k)).isFalse();
        assertThat(c).containsOnly(0);
        for (int call = 0; call < 1_000; call++) {
            assertThat(lined.add(a, 0, b, 0, c, 0, n + 1, k)).isFalse();
        }
        assertThat(c).containsOnly(0);
    }

    /// Whether it is found quicker or not, now or after the collector has been there.
    @Test
    void everyCallHasTheSameBits() {
        int k = 784;
        float[] a = random.next(k), b = random.next(k * n), expected = new float[n];
        Products.patient(Patience.own(0)).multiply(a, 0, b, 0, expected, 0, 1, n, k);
        for (Products products : new Products[] {Products.patient(Patience.own(0)), Products.eager()}) {
            for (int call = 0; call < 21_000; call++) {
                float[] c = new float[n];
                products.multiply(a, 0, b, 0, c, 0, 1, n, k);
                assertThat(Arrays.equals(c, expected)).as("call %d", call).isTrue();
                if (call % 4_000 == 0) {
                    System.gc();
                }
            }
        }
    }
}
