package dev.cortado.layer;

import dev.cortado.engine.Windows;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The largest number of each window of each channel: `y[c, i, j] = max x[c, i·stride + u·dilation − padding, …]`.
///
/// Takes [channels, height, width]. Padding counts as −∞; of equal numbers the first one gets the gradient.
///
/// @param pool how large a window is
/// @param stride how far the next window is; null for as far as the window is large
/// @param padding what is put around the image
/// @param dilation how far the next pixel of a window is
public record MaxPool2d(Size pool, @Nullable Size stride, Padding padding, Size dilation) implements Layer {
    /// With windows of 2 × 2.
    public MaxPool2d() {
        this(2);
    }

    /// With windows side by side.
    public MaxPool2d(int pool) {
        this(Size.of(pool), null, Padding.VALID, Size.of(1));
    }

    private Windows windows(Shape image) {
        return padding.windows("max_pool2d", image, pool, stride == null ? pool : stride, dilation);
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
        return new Pass(step.ops().images().maxPool(input, windows),
                gradient -> step.ops().images().maxPoolBack(input, windows, gradient));
    }
}
