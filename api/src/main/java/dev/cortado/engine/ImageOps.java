package dev.cortado.engine;

import dev.cortado.activation.Activation;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operations on images, [rows, channels, height, width]: a part of [Ops], with the same rules. What an engine prepares
/// for windows of one size is kept while it is open.
public final class ImageOps {
    private static final Expression.Input SUM = Expression.input("x");
    private static final Expression.Input BIAS = Expression.column("bias");

    private final Ops ops;
    private final Kernels kernels;

    ImageOps(Ops ops, Kernels kernels) {
        this.ops = ops;
        this.kernels = kernels;
    }

    /// The convolution (in the field's sense: a sliding dot product) with a bias for each filter and an element-wise activation,
    /// in one pass where the engine can.
    ///
    /// @param weight [filters, channels, window height, window width]
    /// @param bias one number for each filter, or null for none
    /// @return [rows, filters, output height, output width]
    public Tensor convolve(Tensor images, Windows windows, Tensor weight, @Nullable Tensor bias, Activation activation) {
        requireImages(images, windows);
        requireWeight(weight, windows);
        Tensor result = ops.tensor(windows.outputs(images.rows(), weight.rows()));
        Kernel formula = ops.once(ChannelKernel.class, activation, (key, _) -> new ChannelKernel(formula(key))).kernel;
        convolution(windows, weight.rows()).run(images, weight, formula, repeated(bias, images.rows(), weight.rows()), result);
        return result;
    }

    private Kernel formula(Activation activation) {
        Expression value = activation.apply(SUM.plus(BIAS));
        return kernels.compile(Formula.of(List.of(SUM, BIAS), List.of(), List.of(value)));
    }

    /// The bias of every filter of every image.
    private Tensor repeated(@Nullable Tensor bias, int rows, int filters) {
        Tensor repeated = ops.zeros(Shape.of(rows * filters));
        if (bias != null) {
            requireLength("bias", bias, filters);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(bias.data(), 0, repeated.data(), row * filters, filters);
            }
        }
        return repeated;
    }

    /// weightGradient += what a convolution's output gradient says of its weight.
    public void addWeightGradient(Tensor images, Windows windows, Tensor outputGradient, Tensor weightGradient) {
        requireImages(images, windows);
        requireWeight(weightGradient, windows);
        requireOutputs(outputGradient, windows, images.rows(), weightGradient.rows());
        convolution(windows, weightGradient.rows()).addWeightGradient(images, outputGradient, weightGradient);
    }

    /// What a convolution's output gradient says of its images.
    public Tensor inputGradient(Tensor outputGradient, Windows windows, Tensor weight) {
        requireWeight(weight, windows);
        requireOutputs(outputGradient, windows, outputGradient.rows(), weight.rows());
        Tensor result = ops.tensor(windows.images(outputGradient.rows()));
        convolution(windows, weight.rows()).inputGradient(outputGradient, weight, result);
        return result;
    }

    /// sums += the sum of each channel over all rows and pixels.
    public void addSumOfChannels(Tensor images, Tensor sums) {
        requireLength("sum for each channel", sums, images.shape().length(1));
        kernels.addSumOfChannels(images, sums);
    }

    /// The largest number of each window.
    public Tensor maxPool(Tensor images, Windows windows) {
        return pool(maxPooling(windows), images, windows);
    }

    /// The way back through [#maxPool].
    public Tensor maxPoolBack(Tensor images, Windows windows, Tensor outputGradient) {
        return poolBack(maxPooling(windows), images, windows, outputGradient);
    }

    /// The mean of each window.
    ///
    /// @param countsPadding whether the padding counts as pixels of 0, or not at all
    public Tensor averagePool(Tensor images, Windows windows, boolean countsPadding) {
        return pool(averagePooling(windows, countsPadding), images, windows);
    }

    /// The way back through [#averagePool].
    public Tensor averagePoolBack(Tensor images, Windows windows, boolean countsPadding, Tensor outputGradient) {
        return poolBack(averagePooling(windows, countsPadding), images, windows, outputGradient);
    }

    private Tensor pool(Pooling pooling, Tensor images, Windows windows) {
        requireImages(images, windows);
        Tensor result = ops.tensor(windows.outputs(images.rows(), windows.channels()));
        pooling.run(images, result);
        return result;
    }

    private Tensor poolBack(Pooling pooling, Tensor images, Windows windows, Tensor outputGradient) {
        requireImages(images, windows);
        requireOutputs(outputGradient, windows, images.rows(), windows.channels());
        Tensor result = ops.tensor(images.shape());
        pooling.back(images, outputGradient, result);
        return result;
    }

    private Convolution convolution(Windows windows, int filters) {
        return ops.once(Convolution.class, new Filters(windows, filters), (key, _) -> kernels.convolution(key.windows(), key.filters()));
    }

    private Pooling maxPooling(Windows windows) {
        return ops.once(Pooling.class, windows, (key, _) -> kernels.maxPooling(key));
    }

    private Pooling averagePooling(Windows windows, boolean countsPadding) {
        return ops.once(Pooling.class, new Mean(windows, countsPadding), (key, _) -> kernels.averagePooling(key.windows(), key.countsPadding()));
    }

    private record Filters(Windows windows, int filters) {
    }

    private record Mean(Windows windows, boolean countsPadding) {
    }

    /// A formula on a sum and the bias of its channel, told from the other things made for an activation.
    private static final class ChannelKernel {
        final Kernel kernel;

        ChannelKernel(Kernel kernel) {
            this.kernel = kernel;
        }
    }

    private static void requireImages(Tensor images, Windows windows) {
        if (images.shape().rank() != 4 || !images.shape().equals(windows.images(images.rows()))) {
            throw new IllegalArgumentException("Images of %s do not fit windows over %s"
                    .formatted(images.shape(), windows.images(images.rows())));
        }
    }

    private static void requireWeight(Tensor weight, Windows windows) {
        if (weight.columns() != windows.inputs()) {
            throw new IllegalArgumentException("A weight of %s does not fit windows of %d pixels: %d numbers for each filter"
                    .formatted(weight.shape(), windows.inputs(), weight.columns()));
        }
    }

    private static void requireOutputs(Tensor outputs, Windows windows, int rows, int filters) {
        if (!outputs.shape().equals(windows.outputs(rows, filters))) {
            throw new IllegalArgumentException("A gradient of %s does not fit an output of %s"
                    .formatted(outputs.shape(), windows.outputs(rows, filters)));
        }
    }

    private static void requireLength(String what, Tensor tensor, int length) {
        if (tensor.elements() != length) {
            throw new IllegalArgumentException("One %s is needed: %s has %d numbers for %d channels"
                    .formatted(what, tensor.shape(), tensor.elements(), length));
        }
    }
}
