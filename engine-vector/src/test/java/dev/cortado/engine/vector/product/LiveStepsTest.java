package dev.cortado.engine.vector.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Holds the lists of steps to what one sees who looks at four rows at a time.
class LiveStepsTest {
    private static final int BEFORE = 3;

    private final Random random = new Random(1);

    @Test
    void theStepsOfContiguousRowsAreFound() {
        check(Ripeness::given, true);
    }

    @Test
    void theStepsOfContiguousColumnsAreFound() {
        check(Ripeness::given, false);
    }

    @Test
    void soAreTheyWhileLoopsAreTasted() {
        check(Ripeness::unknown, true);
        check(Ripeness::unknown, false);
    }

    /// One finder for all sizes, larger ones first, so that it has old lists.
    private void check(Supplier<Ripeness> ripeness, boolean rowsContiguous) {
        LiveSteps live = new LiveSteps(ripeness);
        for (int rows : new int[] {200, 4, 6, 16, 63, 64, 68, 130}) {
            for (int k : new int[] {50, 1, 15, 16, 17, 33}) {
                int row = rowsContiguous ? k + 2 : 1, step = rowsContiguous ? 1 : rows + 2;
                float[] a = sparse(BEFORE + rows * row + k * step);
                live.find(a, BEFORE, rows, row, k, step);
                for (int panel = 0; panel * 4 < rows; panel++) {
                    int first = Math.min(panel * 4, rows - 4);
                    assertThat(Arrays.copyOfRange(live.steps(), panel * live.room(), panel * live.room() + live.counts()[panel])).as("panel %d of %d rows, %d steps", panel, rows, k)
                            .containsExactly(IntStream.range(0, k).filter(p -> isLive(a, first, row, p * step)).toArray());
                }
            }
        }
    }

    private static boolean isLive(float[] a, int first, int row, int step) {
        return IntStream.range(first, first + 4).anyMatch(i -> a[BEFORE + i * row + step] != 0);
    }

    private float[] sparse(int length) {
        float[] floats = new float[length];
        for (int i = 0; i < length; i++) {
            floats[i] = random.nextInt(5) > 0 ? 0 : random.nextInt(9) > 0 ? random.nextFloat() : Float.NaN;
        }
        return floats;
    }
}
