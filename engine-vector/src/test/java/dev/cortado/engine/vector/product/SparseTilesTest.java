package dev.cortado.engine.vector.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.vector.species.Species;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SparseTilesTest {
    private static final int ROWS = SparseTile.ROWS, K = 40, ROOM = K + 3;

    private final RandomFloats random = new RandomFloats();

    static Stream<SparseTile> tiles() {
        return Species.FLOATS.length() >= 16 ? Stream.of(new SparseTile4x3(), new HighSparseTile4x4()) : Stream.of(new SparseTile4x3());
    }

    /// Ten rows: the last of three panels has two rows of the one before.
    private final int rows = 2 * ROWS + 2, panels = 3;
    private final int[] steps = new int[panels * ROOM];
    private final int[] counts = {K, 0, 7};

    private void fillLists() {
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < counts[panel]; i++) {
                steps[panel * ROOM + i] = panel == 2 ? 5 * i : i;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tiles")
    void aCopyHasTheBitsOfTheTile(SparseTile tile) {
        fillLists();
        int width = tile.width(), aRow = K + 2, cRow = width + 5;
        float[] a = random.next(rows * aRow), b = random.next(K * width), c = random.next(rows * cRow), d = c.clone(), before = c.clone();
        SparseTile copy = new Strides(aRow, 1, 0).fit(SparseTile.class, tile).orElseThrow();
        tile.multiply(a, 0, aRow, 1, b, 0, new float[width], 0, 0, c, 0, cRow, steps, ROOM, counts, 0, panels, rows - ROWS);
        // What it is told of A later does not count: its strides are its own.
        copy.multiply(a, 0, -1, -1, b, 0, new float[width], 0, 0, d, 0, cRow, steps, ROOM, counts, 0, panels, rows - ROWS);
        assertThat(d).containsExactly(c).isNotEqualTo(before);
        assertThat(copy.getClass()).isNotEqualTo(tile.getClass());
        assertThat(copy.vectors()).isEqualTo(tile.vectors());
    }

    /// Sums that start from C: what has been tasted must not be added twice.
    @ParameterizedTest
    @MethodSource("tiles")
    void tastingAddsNothing(SparseTile tile) {
        fillLists();
        int width = tile.width(), aStep = rows + 1;
        float[] a = random.next(K * aStep), b = random.next(K * width), start = random.next(rows * width), expected = start.clone();
        new PlainSparseTile(tile.vectors()).multiply(a, 0, 1, aStep, b, 0, expected, 0, width, expected, 0, width, steps, ROOM, counts, 0, 2, rows - ROWS);
        SparseTiles tiles = new SparseTiles(tile, Ripeness::unknown);
        for (int turn = 0; turn < 2_000; turn++) {
            float[] c = start.clone();
            tiles.multiply(a, 0, 1, aStep, b, 0, c, 0, width, c, 0, width, steps, ROOM, counts, 0, 2, rows - ROWS);
            assertThat(Arrays.equals(c, expected)).as("the bits of turn %d", turn).isTrue();
        }
        assertThat(counts).containsExactly(K, 0, 7);
    }

    @Test
    void aTileThatIsWantedAtOnceIsCopiedAtOnceForEveryStrides() {
        fillLists();
        SparseTile tile = new SparseTile4x3();
        int width = tile.width();
        SparseTiles tiles = new SparseTiles(tile, Ripeness::given);
        // 16 are remembered.
        for (int more = 0; more < 20; more++) {
            int aRow = K + more;
            float[] a = random.next(rows * aRow), b = random.next(K * width), c = new float[rows * width], d = new float[rows * width];
            tiles.multiply(a, 0, aRow, 1, b, 0, new float[width], 0, 0, c, 0, width, steps, ROOM, counts, 0, panels, rows - ROWS);
            new PlainSparseTile(tile.vectors()).multiply(a, 0, aRow, 1, b, 0, new float[width], 0, 0, d, 0, width, steps, ROOM, counts, 0, panels, rows - ROWS);
            assertThat(c).containsExactly(d);
        }
    }
}
