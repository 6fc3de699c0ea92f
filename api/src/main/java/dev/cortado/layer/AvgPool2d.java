package dev.cortado.layer;

import dev.cortado.engine.Windows;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The mean of each window of each channel. Takes [channels, height, width].
///
/// @param pool how large a window is
/// @param stride how far the next window is; null for as far as the window is large
/// @param padding what is put around the image
/// @param countIncludePad whether the padding counts as pixels of 0, or not at all
public record AvgPool2d(Size pool, @Nullable Size stride, Padding padding, boolean countIncludePad) implements Layer {
    /// With windows of 2 × 2.
    public AvgPool2d() {
        this(2);
    }

    /// With windows side by side.
    public AvgPool2d(int pool) {
        this(Size.of(pool), null, Padding.VALID, true);
    }

    private Windows windows(Shape image) {
        return padding.windows("avg_pool2d", image, pool, stride == null ? pool : stride, Size.of(1));
    }

    @Override
    public Shape outputShape(Shape input) {
        return windows(input).outputs(1, input.length(0)).sample();
    }

    @Override
    public long flops(Shape input) {
        Windows windows = windows(input);
        return (long) windows.inputs() * windows.places();
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Windows windows = windows(input.shape().sample());
        return new Pass(step.ops().images().averagePool(input, windows, countIncludePad),
                gradient -> step.ops().images().averagePoolBack(input, windows, countIncludePad, gradient));
    }
}
