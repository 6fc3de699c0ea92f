package dev.cortado.engine.vector.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.vector.species.Species;
import java.lang.invoke.MethodHandles;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds copies of strip tiles for fixed strides to the tiles themselves.
class StridesTest {
    private final RandomFloats random = new RandomFloats();

    record Sized(StripTile tile, int columns) {
        @Override
        public String toString() {
            return "%s, %d columns".formatted(tile.getClass().getSimpleName(), columns);
        }
    }

    static Stream<Sized> tiles() {
        int lanes = Species.FLOATS.length();
        return Stream.of(new Sized(new StripTile10x1(), lanes), new Sized(new StripTile10x1(), lanes - 1), new Sized(new LowStripTile5x2(), 2 * lanes),
                new Sized(new HighStripTile11x2(), 2 * lanes), new Sized(new HighStripTile13x2(), 2 * lanes), new Sized(new HighStripTile7x3(), 3 * lanes));
    }

    @ParameterizedTest
    @MethodSource("tiles")
    void aCopyHasTheBitsOfTheTile(Sized sized) {
        StripTile tile = sized.tile();
        int m = tile.rows() + 2, k = 7, columns = sized.columns();
        Strides strides = new Strides(k + 1, columns + 3, columns + 5);
        StripTile copy = strides.fit(StripTile.class, tile).orElseThrow();
        float[] a = random.next(m * strides.a() + 4), b = random.next(k * strides.b() + 64), whole = random.next(m * strides.c() + 64), c = whole.clone(), d = whole.clone();
        tile.multiply(a, 2, strides.a(), b, 3, strides.b(), c, 4, strides.c(), m, k, columns);
        // What it is told later does not count: its strides are its own.
        copy.multiply(a, 2, -1, b, 3, -1, d, 4, -1, m, k, columns);
        assertThat(d).containsExactly(c);
        assertThat(c).as("something was computed").isNotEqualTo(whole);
        assertThat(copy.getClass()).isNotEqualTo(tile.getClass());
        assertThat(copy.rows()).isEqualTo(tile.rows());
    }

    @Test
    void aClassThatIsNoCopyHasNone() {
        assertThat(Strides.of(MethodHandles.lookup())).isNull();
    }

    @Test
    void whatHasNoClassFileIsNotCopiedAndComputesAllTheSame() {
        int lanes = Species.FLOATS.length(), m = 10, k = 5;
        StripTile hidden = new Strides(k, lanes, lanes).fit(StripTile.class, new StripTile10x1()).orElseThrow();
        assertThat(new Strides(k, lanes, lanes).fit(StripTile.class, hidden)).isEmpty();
        float[] a = random.next(m * k), b = random.next(k * lanes), c = new float[m * lanes], d = new float[m * lanes];
        new StripTiles(hidden, Ripeness::given, Ripeness::given).multiply(a, 0, k, b, 0, lanes, c, 0, lanes, m, k, lanes);
        new PlainStripTile(m).multiply(a, 0, k, b, 0, lanes, d, 0, lanes, m, k, lanes);
        assertThat(c).containsExactly(d);
    }

    @Test
    void moreStridesThanAreRememberedAreComputedAlike() {
        // 16 are remembered.
        int lanes = Species.FLOATS.length(), m = 11, k = 5;
        StripTiles tiles = new StripTiles(new StripTile10x1(), Ripeness::given, Ripeness::given);
        for (int more = 0; more < 20; more++) {
            int cRow = lanes + more;
            float[] a = random.next(m * k), b = random.next(k * lanes), c = new float[m * cRow], d = new float[m * cRow];
            tiles.multiply(a, 0, k, b, 0, lanes, c, 0, cRow, m, k, lanes);
            new PlainStripTile(10).multiply(a, 0, k, b, 0, lanes, d, 0, cRow, m, k, lanes);
            assertThat(c).containsExactly(d);
        }
    }
}
