package dev.cortado.testkit;

import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The way back through x · weight + bias to its parameters: whatever an engine does at once, it has the bits of the kernels that do one thing each.
interface AffineContract extends EngineSubject {
    /// Samples, inputs and units: none, one, a layer of a small network, and what is large enough for several threads.
    List<int[]> LAYERS = List.of(new int[] {0, 5, 6}, new int[] {1, 20, 40}, new int[] {3, 1, 1}, new int[] {7, 530, 33}, new int[] {50, 100, 10}, new int[] {50, 784, 100},
            new int[] {60, 700, 300});

    @Test
    default void affineGradientsHaveTheBitsOfAProductAndASum() {
        try (Kernels kernels = engine().open()) {
            for (int[] layer : LAYERS) {
                for (boolean adds : new boolean[] {false, true}) {
                    check(kernels, Sample.uniform(Shape.of(layer[0], layer[1]), 1), Sample.uniform(Shape.of(layer[0], layer[2]), 2), adds);
                }
            }
        }
    }

    private static void check(Kernels kernels, Tensor x, Tensor gradient, boolean adds) {
        Product product = adds ? Product.ADD_TRANSPOSED_MULTIPLY : Product.TRANSPOSED_MULTIPLY;
        Tensor weight = product.start(x.columns(), gradient.columns());
        Tensor bias = Sample.uniform(Shape.of(gradient.columns()), 4);
        Tensor wantedWeight = weight.copy();
        Tensor wantedBias = bias.copy();
        product.run(kernels, x, gradient, wantedWeight);
        kernels.addSumOfRows(gradient, wantedBias);
        Tensor left = x.copy();
        Tensor right = gradient.copy();
        Tensor alone = weight.copy();
        requireFinite(kernels, x, gradient, weight, adds, bias, true);
        requireFinite(kernels, x, gradient, alone, adds, null, true);
        Rounding.checkBits(weight, wantedWeight, () -> "The gradient of a weight with a bias, from " + x.shape() + " and " + gradient.shape());
        Rounding.checkBits(alone, wantedWeight, () -> "The gradient of a weight without a bias, from " + x.shape() + " and " + gradient.shape());
        Rounding.checkBits(bias, wantedBias, () -> "The gradient of a bias, from " + gradient.shape());
        Rounding.checkBits(x, left, () -> "affineGradients has changed its first operand");
        Rounding.checkBits(gradient, right, () -> "affineGradients has changed its second operand");
    }

    private static void requireFinite(Kernels kernels, Tensor x, Tensor gradient, Tensor weight, boolean adds, @Nullable Tensor bias, boolean wanted) {
        boolean found = kernels.affineGradients(x, gradient, weight, adds, bias);
        if (found != wanted) {
            throw new AssertionError("affineGradients of %s and %s says %s of a weight's gradient of which that is %s".formatted(x.shape(), gradient.shape(), found, wanted));
        }
    }

    @Test
    default void affineGradientsThatAreNotFiniteAreFound() {
        try (Kernels kernels = engine().open()) {
            for (int[] layer : LAYERS.subList(1, LAYERS.size())) {
                for (float value : List.of(Float.NaN, Float.NEGATIVE_INFINITY, 1e38f)) {
                    checkFound(kernels, layer, value);
                }
            }
        }
    }

    /// A number that is not finite, or gives one with those it meets, in one operand or in what is added to: each at the beginning and at the end.
    private static void checkFound(Kernels kernels, int[] layer, float value) {
        for (boolean last : new boolean[] {false, true}) {
            for (int operand = 0; operand < 3; operand++) {
                Tensor x = Sample.uniform(Shape.of(layer[0], layer[1]), 1, 4, 9);
                Tensor gradient = Sample.uniform(Shape.of(layer[0], layer[2]), 2, 4, 9);
                Tensor weight = Sample.uniform(Shape.of(layer[1], layer[2]), 3);
                float[] data = List.of(x, gradient, weight).get(operand).data();
                data[last ? data.length - 1 : 0] = value;
                boolean stays = operand == 2 && Float.isFinite(value);
                requireFinite(kernels, x, gradient, weight, true, Tensor.zeros(Shape.of(layer[2])), stays);
            }
        }
    }
}
