package dev.cortado.testkit;

import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Tensors of numbers to test with, the same at every run.
final class Sample {
    private Sample() {
    }

    /// Numbers between −1 and 1.
    static Tensor uniform(Shape shape, long seed) {
        return uniform(shape, seed, -1, 1);
    }

    /// Numbers between these two.
    static Tensor uniform(Shape shape, long seed, double low, double high) {
        Randomness randomness = Randomness.seed(seed);
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) randomness.uniform(i, low, high);
        }
        return tensor;
    }

    /// Numbers between −1 and 1, but about every tenth is one of these.
    static Tensor with(List<Float> values, Shape shape, long seed) {
        Tensor tensor = uniform(shape, seed);
        Randomness randomness = Randomness.seed(seed).at("special");
        for (int i = 0; i < tensor.elements(); i++) {
            long dice = randomness.bits(i) >>> 1;
            if (dice % 10 == 0) {
                tensor.data()[i] = values.get((int) (dice / 10 % values.size()));
            }
        }
        return tensor;
    }

    /// A tensor full of NaN: for results, whose old contents must not matter.
    static Tensor poison(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        tensor.fill(Float.NaN);
        return tensor;
    }
}
