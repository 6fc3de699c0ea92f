package dev.cortado.layer;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.activation.RowActivation;
import dev.cortado.engine.Ops;
import dev.cortado.engine.Windows;
import dev.cortado.initializer.GlorotUniform;
import dev.cortado.initializer.Initializer;
import dev.cortado.initializer.Zeros;
import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameter.Role;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Slides filters over images: `y[f, i, j] = g(b[f] + Σ W[f, c, u, v] · x[c, i·stride + u·dilation − padding, …])`, so that the
/// same few weights look at every place (LeCun et al., *Gradient-based learning applied to document recognition*, 1998).
///
/// Takes [channels, height, width] and makes [filters, height', width'], with height' = ⌊(height + 2·padding − dilation·(kernel
/// − 1) − 1) / stride⌋ + 1. W is [filters, channels, kernel height, kernel width], b is `[filters]`.
///
/// @param filters the number of output channels
/// @param kernel how large a window is
/// @param stride how far the next window is
/// @param padding what is put around the image: `valid`, `same` or pixels of 0
/// @param dilation how far the next pixel of a window is
/// @param activation g
/// @param bias whether there is a b
/// @param initializer what W is at the start; b starts at 0
public record Conv2d(@Setting(required = true, min = 1) int filters, Size kernel, Size stride, Padding padding, Size dilation,
        Activation activation, boolean bias, Initializer initializer) implements Layer {
    /// The prototype; the number of filters has to be given.
    public Conv2d() {
        this(0, 3);
    }

    /// Without padding and activation.
    public Conv2d(int filters, int kernel) {
        this(filters, kernel, Padding.VALID, new Identity());
    }

    /// With a step of one pixel, a bias and Glorot's uniform weights.
    public Conv2d(int filters, int kernel, Padding padding, Activation activation) {
        this(filters, Size.of(kernel), Size.of(1), padding, Size.of(1), activation, true, new GlorotUniform());
    }

    private Windows windows(Shape image) {
        return padding.windows("conv2d", image, kernel, stride, dilation);
    }

    @Override
    public Shape outputShape(Shape input) {
        return windows(input).outputs(1, filters).sample();
    }

    @Override
    public List<Weight> weights(Shape input) {
        int channels = input.length(0);
        int pixels = kernel.height() * kernel.width();
        List<Weight> weights = new ArrayList<>();
        weights.add(new Weight("weight", Shape.of(filters, channels, kernel.height(), kernel.width()), Role.WEIGHT, initializer,
                channels * pixels, filters * pixels));
        if (bias) {
            weights.add(new Weight("bias", Shape.of(filters), Role.BIAS, new Zeros(), channels * pixels, filters * pixels));
        }
        return weights;
    }

    @Override
    public long flops(Shape input) {
        Windows windows = windows(input);
        return (long) filters * windows.places() * (2L * windows.inputs() + (bias ? 1 : 0));
    }

    @Override
    public Layer withoutActivation() {
        return new Conv2d(filters, kernel, stride, padding, dilation, new Identity(), bias, initializer);
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Ops ops = step.ops();
        Windows windows = windows(input.shape().sample());
        Tensor weight = parameters.value("weight");
        Tensor shift = bias ? parameters.value("bias") : null;
        if (isFusable(step)) {
            Tensor output = ops.images().convolve(input, windows, weight, shift, activation);
            return new Pass(output, new Back(input, windows, null, output, parameters, ops));
        }
        Tensor sum = ops.images().convolve(input, windows, weight, shift, new Identity());
        Tensor output = ops.activate(activation, sum);
        return new Pass(output, new Back(input, windows, sum, output, parameters, ops));
    }

    /// Whether the weighted sum itself is not needed afterwards, so that the activation can be applied at once.
    private boolean isFusable(Step step) {
        return !(activation instanceof RowActivation) && (!step.training() || !step.ops().backwardReadsInput(activation));
    }

    /// From dy to dz = dy · g', and from there dW, db = Σ dz over images and pixels, and dx.
    private final class Back implements Pass.Back {
        private final Tensor input;
        private final Windows windows;
        private final @Nullable Tensor sum;
        private final Tensor output;
        private final Parameters parameters;
        private final Ops ops;
        private @Nullable Tensor sumGradient;

        Back(Tensor input, Windows windows, @Nullable Tensor sum, Tensor output, Parameters parameters, Ops ops) {
            this.input = input;
            this.windows = windows;
            this.sum = sum;
            this.output = output;
            this.parameters = parameters;
            this.ops = ops;
        }

        @Override
        public void addParameterGradients(Tensor outputGradient) {
            Tensor gradient = throughActivation(outputGradient);
            if (parameters.get("weight").trainable()) {
                ops.images().addWeightGradient(input, windows, gradient, parameters.get("weight").gradient());
            }
            if (bias && parameters.get("bias").trainable()) {
                ops.images().addSumOfChannels(gradient, parameters.get("bias").gradient());
            }
        }

        @Override
        public Tensor inputGradient(Tensor outputGradient) {
            return ops.images().inputGradient(throughActivation(outputGradient), windows, parameters.value("weight"));
        }

        private Tensor throughActivation(Tensor outputGradient) {
            Tensor known = sumGradient;
            if (known == null) {
                known = ops.activateBackward(activation, sum, output, outputGradient);
                sumGradient = known;
            }
            return known;
        }
    }
}
