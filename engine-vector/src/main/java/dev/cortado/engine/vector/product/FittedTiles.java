package dev.cortado.engine.vector.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A tile, and copies of it for the [Strides] that it has worked with for long: a training multiplies matrices of the same few sizes over and over.
///
/// @param <T> the kind of tile
final class FittedTiles<T extends Ripening> {
    /// Multiplications after which a copy is worth compiling, which takes a tenth of a second: those of a quarter of a second.
    private static final long WORTH_COPYING = 1L << 34;
    /// Strides that are remembered, and so the most copies. Whoever has more has no use for any of them.
    private static final int MOST = 16;

    private final T general;
    private final Function<Strides, Optional<T>> copier;
    private final long worth;
    private final List<Fitted> fitted = new ArrayList<>();

    /// @param general the tile itself; if that is ripe from the start, copies are wanted for the first work already
    /// @param copier makes a copy, if one can be made
    FittedTiles(T general, Function<Strides, Optional<T>> copier) {
        this.general = general;
        this.copier = copier;
        worth = general.isRipe() ? 0 : WORTH_COPYING;
    }

    /// The tile that is to do so many multiplications more with these [Strides]: the general one as long as that is not ripe.
    T forStrides(int a, int b, int c, long multiplications) {
        if (!general.isRipe()) {
            return general;
        }
        Fitted known = fitted(a, b, c);
        return known == null ? general : known.before(multiplications);
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
        private @Nullable T copy;

        Fitted(Strides strides) {
            this.strides = strides;
        }

        T before(long multiplications) {
            T known = copy;
            if (known == null && work >= worth) {
                known = copier.apply(strides).orElse(general);
                copy = known;
            }
            work += multiplications;
            return known == null ? general : known;
        }
    }
}
