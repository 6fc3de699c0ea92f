package dev.cortado.engine.vector.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CacheLinesTest {
    /// Where they begin nobody can tell who has no pointer, so it is the bounds that are tested here.
    @Test
    void tellsAPlaceWithinTheFirstLineAndChangesNothing() {
        CacheLines lines = new CacheLines(Ripeness.given());
        RandomFloats random = new RandomFloats();
        for (int length : new int[] {CacheLines.FLOATS, 2 * CacheLines.FLOATS, 100, 4_111, 100_000}) {
            float[] array = random.next(length), before = array.clone();
            assertThat(lines.start(array)).isBetween(0, CacheLines.FLOATS - 1);
            assertThat(array).containsExactly(before);
        }
    }

    @Test
    void doesNotTellBeforeTheLoopIsCompiled() {
        assertThat(new CacheLines(Ripeness.unknown()).start(new float[1_000])).isEqualTo(-1);
    }
}
