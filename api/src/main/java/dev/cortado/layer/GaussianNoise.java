package dev.cortado.layer;

import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// In training, adds normally distributed noise with mean 0 to every number, so that the network does not learn the samples
/// by heart; in inference does nothing (Bishop, *Training with noise is equivalent to Tikhonov regularization*, 1995).
///
/// @param deviation the noise's standard deviation
public record GaussianNoise(@Setting(min = 0) double deviation) implements Layer {
    /// With a deviation of 0.1.
    public GaussianNoise() {
        this(0.1);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        if (!step.training() || deviation == 0) {
            return new Pass(input, gradient -> gradient);
        }
        return new Pass(noisy(input, step), gradient -> gradient);
    }

    private Tensor noisy(Tensor input, Step step) {
        Tensor result = step.ops().tensor(input.shape());
        Randomness randomness = step.randomness();
        for (int i = 0; i < input.elements(); i++) {
            result.data()[i] = (float) (input.data()[i] + deviation * randomness.normal(i));
        }
        return result;
    }
}
