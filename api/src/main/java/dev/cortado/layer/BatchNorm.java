package dev.cortado.layer;

import dev.cortado.engine.Ops;
import dev.cortado.initializer.Ones;
import dev.cortado.initializer.Zeros;
import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameter.Role;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Shifts and scales each channel, the first axis of a sample, to mean 0 and variance 1, then by a learned gamma and beta:
/// y = γ · (x − μ) / √(σ² + ε) + β (Ioffe and Szegedy, *Batch normalization*, 2015).
///
/// In training μ and σ² are the batch's, over all samples and pixels of the channel, and the running statistics follow them:
/// new = (1 − momentum) · old + momentum · batch, with the unbiased variance. In inference, and while gamma and beta are
/// frozen, μ and σ² are the running ones, which then stay as they are.
///
/// @param momentum how quickly the running statistics follow
/// @param epsilon ε, keeps the denominator from 0
public record BatchNorm(@Setting(min = 0, max = 1) double momentum, @Setting(above = 0) double epsilon) implements Layer {
    /// With a momentum of 0.1 and an epsilon of 10⁻⁵.
    public BatchNorm() {
        this(0.1, 1e-5);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() == 0 || input.elements() == 0) {
            throw new IllegalArgumentException(
                    "batch_norm takes samples whose first axis counts the channels; %s has none".formatted(input));
        }
        return input;
    }

    @Override
    public List<Weight> weights(Shape input) {
        Shape channels = Shape.of(input.length(0));
        return List.of(new Weight("gamma", channels, Role.BIAS, new Ones(), 1, 1),
                new Weight("beta", channels, Role.BIAS, new Zeros(), 1, 1),
                new Weight("running_mean", channels, Role.BUFFER, new Zeros(), 1, 1),
                new Weight("running_variance", channels, Role.BUFFER, new Ones(), 1, 1));
    }

    /// Each number is normalised, scaled and shifted.
    @Override
    public long flops(Shape input) {
        return 4L * input.elements();
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Channels channels = Channels.of(input, step.ops());
        boolean ofTheBatch = step.training() && parameters.trainable() && input.rows() > 0;
        Tensor means = step.ops().tensor(Shape.of(channels.count()));
        Tensor rests = step.ops().tensor(means.shape());
        Tensor scales = step.ops().tensor(means.shape());
        Tensor output = step.ops().tensor(input.shape());
        for (int c = 0; c < channels.count(); c++) {
            double mean = ofTheBatch ? channels.mean(input, c) : parameters.value("running_mean").data()[c];
            double variance = ofTheBatch ? channels.variance(input, c, mean) : parameters.value("running_variance").data()[c];
            means.data()[c] = (float) mean;
            rests.data()[c] = (float) (mean - (float) mean);
            scales.data()[c] = (float) (1 / Math.sqrt(variance + epsilon));
            channels.normalize(input, c, means.data()[c], rests.data()[c], scales.data()[c],
                    parameters.value("gamma").data()[c], parameters.value("beta").data()[c], output);
            if (ofTheBatch) {
                follow(parameters, c, mean, variance, channels.size());
            }
        }
        return new Pass(output, new Back(channels, input, means, rests, scales, ofTheBatch, parameters, step.ops()));
    }

    /// A single number has no unbiased variance: the running one then stays.
    private void follow(Parameters parameters, int channel, double mean, double variance, int size) {
        float[] means = parameters.value("running_mean").data();
        float[] variances = parameters.value("running_variance").data();
        means[channel] = (float) ((1 - momentum) * means[channel] + momentum * mean);
        if (size > 1) {
            double unbiased = variance * size / (size - 1);
            variances[channel] = (float) ((1 - momentum) * variances[channel] + momentum * unbiased);
        }
    }

    /// dβ += Σ dy and dγ += Σ dy · x̂; with n numbers in the channel and s its scale, dx = γ s (dy − (Σ dy + x̂ · Σ dy x̂) / n).
    /// Running statistics do not depend on x: with them dx = γ s dy. To compute x̂ again is quicker than to keep it.
    private static final class Back implements Pass.Back {
        private final Channels channels;
        private final Tensor input;
        private final Tensor means;
        private final Tensor rests;
        private final Tensor scales;
        private final boolean ofTheBatch;
        private final Parameters parameters;
        private final Ops ops;
        /// Σ dy and Σ dy · x̂ of each channel, which both verbs need.
        private final Tensor sums;
        private final Tensor dots;
        private boolean known;

        Back(Channels channels, Tensor input, Tensor means, Tensor rests, Tensor scales, boolean ofTheBatch, Parameters parameters, Ops ops) {
            this.channels = channels;
            this.input = input;
            this.means = means;
            this.rests = rests;
            this.scales = scales;
            this.ofTheBatch = ofTheBatch;
            this.parameters = parameters;
            this.ops = ops;
            sums = ops.tensor(scales.shape());
            dots = ops.tensor(scales.shape());
        }

        @Override
        public void addParameterGradients(Tensor outputGradient) {
            sum(outputGradient);
            for (int c = 0; c < channels.count(); c++) {
                if (parameters.get("gamma").trainable()) {
                    parameters.get("gamma").gradient().data()[c] += dots.data()[c];
                }
                if (parameters.get("beta").trainable()) {
                    parameters.get("beta").gradient().data()[c] += sums.data()[c];
                }
            }
        }

        @Override
        public Tensor inputGradient(Tensor outputGradient) {
            if (ofTheBatch) {
                sum(outputGradient);
            }
            Tensor result = ops.tensor(input.shape());
            for (int c = 0; c < channels.count(); c++) {
                float scale = scales.data()[c];
                float dot = ofTheBatch ? dots.data()[c] / channels.size() : 0;
                float sum = ofTheBatch ? sums.data()[c] / channels.size() : 0;
                channels.back(outputGradient, input, c, means.data()[c], rests.data()[c], scale, parameters.value("gamma").data()[c] * scale,
                        dot, sum, result);
            }
            return result;
        }

        private void sum(Tensor outputGradient) {
            for (int c = 0; c < channels.count() && !known; c++) {
                sums.data()[c] = (float) channels.sum(outputGradient, c);
                dots.data()[c] = (float) channels.dot(outputGradient, input, c, means.data()[c], rests.data()[c], scales.data()[c]);
            }
            known = true;
        }
    }
}
