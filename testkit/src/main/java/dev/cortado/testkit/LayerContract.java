package dev.cortado.testkit;

import dev.cortado.layer.Layer;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// What every layer must keep: both gradients are the slopes of the output, the shapes are those it says, nothing that it is
/// given changes, nothing of a step is kept, and a batch is its samples one by one.
///
/// ```java
/// class ScaleTest implements LayerContract {
///     public Layer layer() { return new Scale(); }
/// }
/// ```
public interface LayerContract extends FormContract, LayerGradientContract, LayerConductContract {
    /// The layer to be tested.
    @Override
    Layer layer();

    @Override
    default Plugin plugin() {
        return layer();
    }

    /// The shape of one sample to test with; `[6]` by default.
    @Override
    default Shape sample() {
        return Shape.of(6);
    }

    /// A batch to test with: numbers between −2 and 2 by default. A layer that takes others overrides it.
    @Override
    default Tensor batch(int rows, long seed) {
        return Sample.uniform(sample().batch(rows), seed, -2, 2);
    }

    /// Whether its input has a gradient; not for a layer that takes class numbers.
    @Override
    default boolean hasInputGradient() {
        return true;
    }

    @Test
    default void aShortRunLowersTheLoss() {
        ShortRun.of(layer(), batch(16, 9)).checkItLearns();
    }

    @Test
    default void aNetworkWithItIsSavedAndLoaded() {
        ShortRun.of(layer(), batch(16, 9)).checkItIsSavedAndLoaded();
    }
}
