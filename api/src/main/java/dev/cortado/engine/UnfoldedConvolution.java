package dev.cortado.engine;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// A convolution as matrix products of its engine, image by image: the weight times the image [unfolded][Unfolding]. So a
/// batch needs no more memory than one unfolded image, and sums over images are taken in their order.
final class UnfoldedConvolution implements Convolution {
    private final Kernels kernels;
    private final Windows windows;
    private final Tensor columns;
    private final Tensor transposed;
    private final Tensor product;
    private final Tensor output;
    private final Tensor[] sumAndBias = new Tensor[2];
    private final Tensor[] onlySum = new Tensor[1];

    UnfoldedConvolution(Kernels kernels, Windows windows, int filters) {
        this.kernels = kernels;
        this.windows = windows;
        columns = Tensor.zeros(Shape.of(windows.inputs(), windows.places()));
        transposed = Tensor.zeros(Shape.of(windows.inputs(), filters));
        product = Tensor.zeros(Shape.of(filters, windows.inputs()));
        output = Tensor.zeros(Shape.of(filters, windows.places()));
    }

    @Override
    public void run(Tensor images, Tensor weight, Kernel formula, Tensor biases, Tensor result) {
        for (int row = 0; row < images.rows(); row++) {
            Unfolding.unfold(images.data(), row * windows.pixels(), windows, columns.data());
            kernels.multiply(weight, columns, output);
            System.arraycopy(output.data(), 0, result.data(), row * output.elements(), output.elements());
        }
        onlySum[0] = result.reshape(Shape.of(biases.elements(), windows.places()));
        sumAndBias[0] = onlySum[0];
        sumAndBias[1] = biases;
        formula.run(sumAndBias, new float[0], onlySum);
    }

    @Override
    public void addWeightGradient(Tensor images, Tensor outputGradient, Tensor weightGradient) {
        for (int row = 0; row < images.rows(); row++) {
            Unfolding.unfold(images.data(), row * windows.pixels(), windows, columns.data());
            System.arraycopy(outputGradient.data(), row * output.elements(), output.data(), 0, output.elements());
            kernels.multiplyTransposed(output, columns, product);
            for (int i = 0; i < product.elements(); i++) {
                weightGradient.data()[i] += product.data()[i];
            }
        }
    }

    @Override
    public void inputGradient(Tensor outputGradient, Tensor weight, Tensor imagesGradient) {
        Arrays.fill(imagesGradient.data(), 0);
        transpose(weight.data());
        for (int row = 0; row < imagesGradient.rows(); row++) {
            System.arraycopy(outputGradient.data(), row * output.elements(), output.data(), 0, output.elements());
            kernels.multiply(transposed, output, columns);
            Unfolding.fold(columns.data(), windows, imagesGradient.data(), row * windows.pixels());
        }
    }

    private void transpose(float[] weight) {
        int inputs = transposed.rows();
        int filters = transposed.columns();
        for (int f = 0; f < filters; f++) {
            for (int i = 0; i < inputs; i++) {
                transposed.data()[i * filters + f] = weight[f * inputs + i];
            }
        }
    }
}
