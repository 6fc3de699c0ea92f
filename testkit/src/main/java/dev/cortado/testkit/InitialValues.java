package dev.cortado.testkit;

import dev.cortado.initializer.Initializer;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// Parameters as an initializer begins them.
final class InitialValues {
    static final List<Shape> SHAPES = List.of(Shape.of(20, 30), Shape.of(30, 20), Shape.of(7), Shape.of(1, 1), Shape.of(1, 9),
            Shape.of(8, 4, 3, 3), Shape.of(0, 5));

    private InitialValues() {
    }

    /// A tensor of NaN, filled.
    static Tensor of(Initializer initializer, Shape shape, long seed) {
        Tensor tensor = Sample.poison(shape);
        fill(initializer, tensor, seed);
        return tensor;
    }

    /// With the fans of a dense weight.
    static void fill(Initializer initializer, Tensor tensor, long seed) {
        initializer.fill(tensor, Math.max(1, tensor.rows()), Math.max(1, tensor.columns()), Randomness.seed(seed));
    }

    /// How many different numbers there are.
    static long distinct(Tensor tensor) {
        return IntStream.range(0, tensor.elements()).mapToObj(i -> tensor.data()[i]).distinct().count();
    }
}
