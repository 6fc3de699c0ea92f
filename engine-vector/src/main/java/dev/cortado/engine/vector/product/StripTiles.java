package dev.cortado.engine.vector.product;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A strip tile, and copies of it for the [Strides] that it has worked with for long: a training multiplies matrices of the same few sizes over and over.
final class StripTiles {
    /// Multiplications after which a copy is worth compiling, which takes a tenth of a second: those of a quarter of a second.
    private static final long WORTH_COPYING = 1L << 34;
    /// Strides that are remembered, and so the most copies. Whoever has more has no use for any of them.
    private static final int MOST = 16;

    /// Rows of C in registers.
    final int rows;
    private final StripTile tile;
    private final Supplier<Ripeness> ripenessOfCopies;
    private final RipeningStripTile general;
    private final List<Fitted> fitted = new ArrayList<>();
    private final long worth;

    StripTiles(StripTile tile, Supplier<Ripeness> ripeness, Supplier<Ripeness> ripenessOfCopies) {
        this.tile = tile;
        this.ripenessOfCopies = ripenessOfCopies;
        rows = tile.rows();
        general = new RipeningStripTile(tile, new PlainStripTile(rows), ripeness.get());
        // Those who want vectors at once want copies at once.
        worth = general.isRipe() ? 0 : WORTH_COPYING;
    }

    /// As [StripTile#multiply].
    void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, int bStep, float[] c, int cOffset, int cRow, int m, int k, int columns) {
        Fitted known = general.isRipe() ? fitted(aRow, bStep, cRow) : null;
        RipeningStripTile chosen = known == null ? general : known.before((long) m * k * columns);
        chosen.multiply(a, aOffset, aRow, b, bOffset, bStep, c, cOffset, cRow, m, k, columns);
    }

    private @Nullable Fitted fitted(int a, int b, int c) {
        for (int i = 0; i < fitted.size(); i++) {
            Strides strides = fitted.get(i).strides;
            if (strides.a() == a && strides.b() == b && strides.c() == c) {
                return fitted.get(i);
            }
        }
        if (fitted.size() == MOST) {
            return null;
        }
        Fitted next = new Fitted(new Strides(a, b, c));
        fitted.add(next);
        return next;
    }

    /// What is known of some strides.
    private final class Fitted {
        private final Strides strides;
        private long work;
        private @Nullable RipeningStripTile copy;

        Fitted(Strides strides) {
            this.strides = strides;
        }

        /// What is to do so many multiplications more: the copy, if one is worth it by now.
        RipeningStripTile before(long multiplications) {
            if (copy == null && work >= worth) {
                copy = strides.fit(tile).map(fitted -> new RipeningStripTile(fitted, tile, ripenessOfCopies.get())).orElse(general);
            }
            work += multiplications;
            return copy == null ? general : copy;
        }
    }
}
