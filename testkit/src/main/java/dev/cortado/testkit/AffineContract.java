package dev.cortado.testkit;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The way back through x · W + b to W and b: whatever an engine does at once, it has the bits of the kernels that do one thing each.
interface AffineContract extends EngineSubject {
    /// Samples, inputs and units: none, one, a layer of a small network, and what is large enough for several threads, with many inputs and with few that these cannot share evenly.
    List<int[]> LAYERS = List.of(new int[] {0, 5, 6}, new int[] {1, 20, 40}, new int[] {3, 1, 1}, new int[] {7, 530, 33}, new int[] {50, 100, 10}, new int[] {50, 784, 100},
            new int[] {60, 700, 300}, new int[] {64, 101, 100}, new int[] {64, 128, 100});

    /// W's gradient, written or added to.
    ///
    /// @return whether it is finite
    static boolean run(Kernels kernels, boolean adds, Tensor x, Tensor sumGradient, Tensor weightGradient, @Nullable Tensor biasGradient) {
        return adds ? kernels.addAffineGradients(x, sumGradient, weightGradient, biasGradient) : kernels.affineGradients(x, sumGradient, weightGradient, biasGradient);
    }

    @Test
    default void affineGradientsHaveTheBitsOfAProductAndASum() {
        try (Kernels kernels = engine().open()) {
            for (int[] layer : LAYERS) {
                check(kernels, false, layer);
                check(kernels, true, layer);
            }
        }
    }

    private static void check(Kernels kernels, boolean adds, int[] layer) {
        Tensor x = Sample.uniform(Shape.of(layer[0], layer[1]), 1);
        Tensor gradient = Sample.uniform(Shape.of(layer[0], layer[2]), 2);
        Product product = adds ? Product.ADD_TRANSPOSED_MULTIPLY : Product.TRANSPOSED_MULTIPLY;
        Tensor weight = product.start(layer[1], layer[2]);
        Tensor alone = weight.copy();
        Tensor bias = Sample.uniform(Shape.of(layer[2]), 4);
        Tensor wantedWeight = weight.copy();
        Tensor wantedBias = bias.copy();
        product.run(kernels, x, gradient, wantedWeight);
        kernels.addSumOfRows(gradient, wantedBias);
        Tensor left = x.copy();
        Tensor right = gradient.copy();
        checkAnswer(kernels, adds, x, gradient, weight, bias, true);
        checkAnswer(kernels, adds, x, gradient, alone, null, true);
        Rounding.checkBits(weight, wantedWeight, () -> "The gradient of a weight with a bias, from " + x.shape() + " and " + gradient.shape());
        Rounding.checkBits(alone, wantedWeight, () -> "The gradient of a weight without a bias, from " + x.shape() + " and " + gradient.shape());
        Rounding.checkBits(bias, wantedBias, () -> "The gradient of a bias, from " + gradient.shape());
        Rounding.checkBits(x, left, () -> "affineGradients has changed its first operand");
        Rounding.checkBits(gradient, right, () -> "affineGradients has changed its second operand");
    }

    private static void checkAnswer(Kernels kernels, boolean adds, Tensor x, Tensor sumGradient, Tensor weightGradient, @Nullable Tensor biasGradient, boolean finite) {
        boolean answer = run(kernels, adds, x, sumGradient, weightGradient, biasGradient);
        if (answer != finite) {
            throw new AssertionError("Whether the weight's gradient is finite, from %s and %s: affineGradients says %s, should be %s"
                    .formatted(x.shape(), sumGradient.shape(), answer, finite));
        }
    }

    @Test
    default void affineGradientsThatAreNotFiniteAreFoundOnAnyNumberOfThreads() {
        for (Engine variant : Settings.variants(engine(), "threads", 1, 2, 3)) {
            try (Kernels kernels = variant.open()) {
                for (int[] layer : LAYERS.subList(1, LAYERS.size())) {
                    for (float value : List.of(Float.NaN, Float.NEGATIVE_INFINITY, 1e38f)) {
                        checkFound(kernels, layer, value);
                    }
                }
            }
        }
    }

    /// A number that is not finite, or gives one with those it meets, in one operand or in what is added to, which does not matter if it is written: at the beginning, at the end, and
    /// where threads may have their bounds.
    private static void checkFound(Kernels kernels, int[] layer, float value) {
        for (int twelfth = 0; twelfth <= 12; twelfth++) {
            for (int operand = 0; operand < 3; operand++) {
                Tensor x = Sample.uniform(Shape.of(layer[0], layer[1]), 1, 4, 9);
                Tensor gradient = Sample.uniform(Shape.of(layer[0], layer[2]), 2, 4, 9);
                Tensor weight = Sample.uniform(Shape.of(layer[1], layer[2]), 3);
                float[] data = List.of(x, gradient, weight).get(operand).data();
                data[(data.length - 1) * twelfth / 12] = value;
                checkAnswer(kernels, true, x, gradient, weight.copy(), Tensor.zeros(Shape.of(layer[2])), operand == 2 && Float.isFinite(value));
                checkAnswer(kernels, false, x, gradient, weight, Tensor.zeros(Shape.of(layer[2])), operand == 2);
            }
        }
    }
}
