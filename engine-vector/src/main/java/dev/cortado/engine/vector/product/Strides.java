package dev.cortado.engine.vector.product;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The distances of rows in memory, in floats, that a copy of the class of a [StripTile] or a [SparseTile] has for constants.
///
/// HotSpot compiles a method once for all who call it, and so it keeps an index for each row of A in a register, or where there are none left, and adds it up at each
/// step. With constants all rows are a number away from the first, in the instruction itself, and range checks leave the loop: 50 by 10 by 100 takes a tenth less
/// time. So whoever has long had the same strides has a copy of the tile's class for them: the same bytes once more, as a hidden class with these for its data.
///
/// @param a from one row of A to the next
/// @param b from one step of k to the next: in B, or, for a sparse tile, which has B copied, in A
/// @param c from one row of C to the next; 0 for a sparse tile, which takes any
record Strides(int a, int b, int c) {
    /// The strides of a copy, which its class asks for when it begins; null for the class itself, whose strides may be others at each call.
    static @Nullable Strides of(MethodHandles.Lookup tile) {
        try {
            return MethodHandles.classData(tile, "_", Strides.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("%s has no right to its own data".formatted(tile), e);
        }
    }

    /// A tile that computes what another does, for these strides alone; none if the other's class file is not to be had (any more).
    <T> Optional<T> fit(Class<T> kind, T tile) {
        Class<?> original = tile.getClass();
        try (InputStream file = original.getResourceAsStream(original.getSimpleName() + ".class")) {
            if (file == null) {
                return Optional.empty();
            }
            MethodHandles.Lookup copy = MethodHandles.lookup().defineHiddenClassWithClassData(file.readAllBytes(), this, true);
            return Optional.of(kind.cast(copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class)).invoke()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot copy %s for %s".formatted(original, this), e);
        }
    }
}
