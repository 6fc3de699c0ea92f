package dev.cortado.layer;

import dev.cortado.engine.Windows;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// The mean of each channel: images of [channels, height, width] become `[channels]` (Lin, Chen and Yan, *Network in network*, 2014).
public record GlobalAvgPool2d() implements Layer {
    /// One window as large as the image.
    private static Windows windows(Shape image) {
        Size whole = image.rank() == 3 && image.elements() > 0 ? new Size(image.length(1), image.length(2)) : Size.of(1);
        return Padding.VALID.windows("global_avg_pool2d", image, whole, whole, Size.of(1));
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(windows(input).channels());
    }

    @Override
    public long flops(Shape input) {
        return input.elements();
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Windows windows = windows(input.shape().sample());
        Tensor pooled = step.ops().images().averagePool(input, windows, true);
        return new Pass(pooled.reshape(Shape.of(input.rows(), windows.channels())),
                gradient -> step.ops().images().averagePoolBack(input, windows, true, gradient.reshape(pooled.shape())));
    }
}
