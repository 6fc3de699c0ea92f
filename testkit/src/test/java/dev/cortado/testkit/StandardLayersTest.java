package dev.cortado.testkit;

import dev.cortado.activation.Gelu;
import dev.cortado.activation.Identity;
import dev.cortado.activation.Relu;
import dev.cortado.activation.Sigmoid;
import dev.cortado.activation.Softmax;
import dev.cortado.activation.Tanh;
import dev.cortado.initializer.GlorotUniform;
import dev.cortado.layer.ActivationLayer;
import dev.cortado.layer.AvgPool2d;
import dev.cortado.layer.BatchNorm;
import dev.cortado.layer.Conv2d;
import dev.cortado.layer.Dense;
import dev.cortado.layer.Dropout;
import dev.cortado.layer.Embedding;
import dev.cortado.layer.FeatureMap;
import dev.cortado.layer.Flatten;
import dev.cortado.layer.GaussianNoise;
import dev.cortado.layer.GlobalAvgPool2d;
import dev.cortado.layer.GlobalMaxPool2d;
import dev.cortado.layer.Layer;
import dev.cortado.layer.LayerNorm;
import dev.cortado.layer.MaxPool2d;
import dev.cortado.layer.Padding;
import dev.cortado.layer.Reshape;
import dev.cortado.layer.Residual;
import dev.cortado.layer.Size;
import dev.cortado.layer.SoftmaxLayer;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every layer of the api, on samples that it takes.
@ParameterizedClass
@MethodSource("all")
record StandardLayersTest(Layer layer, Shape sample) implements LayerContract {
    static Stream<Arguments> all() {
        return Stream.concat(ofNumbers(), ofImages());
    }

    private static Stream<Arguments> ofImages() {
        Shape image = Shape.of(2, 5, 6);
        Size one = Size.of(1);
        return Stream.of(
                Arguments.of(new Conv2d(3, 3), image),
                Arguments.of(new Conv2d(4, 3, Padding.SAME, new Tanh()), image),
                Arguments.of(new Conv2d(5, 1, Padding.of(1), new Gelu()), image),
                Arguments.of(new Conv2d(2, new Size(2, 3), new Size(2, 1), new Padding(false, 1, 0), new Size(1, 2), new Sigmoid(), false,
                        new GlorotUniform()), image),
                Arguments.of(new Conv2d(3, new Size(3, 2), Size.of(2), Padding.SAME, one, new Identity(), true, new GlorotUniform()), image),
                Arguments.of(new Conv2d(5, 3, Padding.VALID, new Identity()), Shape.of(3, 4, 19)),
                Arguments.of(new MaxPool2d(), image),
                Arguments.of(new MaxPool2d(Size.of(3), one, Padding.of(1), one), image),
                Arguments.of(new MaxPool2d(Size.of(2), new Size(1, 3), Padding.SAME, Size.of(2)), image),
                Arguments.of(new AvgPool2d(), image),
                Arguments.of(new AvgPool2d(new Size(3, 2), one, Padding.of(1), true), image),
                Arguments.of(new AvgPool2d(Size.of(3), Size.of(2), Padding.SAME, false), image),
                Arguments.of(new GlobalMaxPool2d(), image),
                Arguments.of(new GlobalAvgPool2d(), image),
                Arguments.of(new Residual(new Conv2d(2, 3, Padding.SAME, new Tanh())), image));
    }

    private static Stream<Arguments> ofNumbers() {
        Shape six = Shape.of(6);
        return Stream.of(
                Arguments.of(new Dense(4), six),
                Arguments.of(new Dense(17, new Tanh()), Shape.of(9)),
                Arguments.of(new Dense(5, new Sigmoid()), Shape.of(1)),
                Arguments.of(new Dense(7, new Relu()), six),
                Arguments.of(new Dense(5, new Gelu()), six),
                Arguments.of(new Dense(3, new Softmax()), six),
                Arguments.of(new Dense(5, new Tanh(), false, new GlorotUniform()), six),
                Arguments.of(new ActivationLayer(new Tanh()), Shape.of(2, 3)),
                Arguments.of(new ActivationLayer(new Softmax()), six),
                Arguments.of(new SoftmaxLayer(), six),
                Arguments.of(new Dropout(0.3), six),
                Arguments.of(new GaussianNoise(0.3), six),
                Arguments.of(new Flatten(), Shape.of(2, 3, 2)),
                Arguments.of(new Reshape(Shape.of(2, 3)), six),
                Arguments.of(FeatureMap.of("x1", "x2", "x1*x2", "x3^2*x6"), six),
                Arguments.of(new LayerNorm(), six),
                Arguments.of(new LayerNorm(0.1), Shape.of(2, 3)),
                Arguments.of(new BatchNorm(0.2, 0.1), six),
                Arguments.of(new BatchNorm(), Shape.of(2, 3, 3)),
                Arguments.of(new Embedding(5, 3), Shape.of(4)),
                Arguments.of(new Residual(new Dense(6, new Tanh())), six),
                Arguments.of(new Residual(new Flatten(), new Dropout(0.3), new Dense(4, new Sigmoid()), new Residual(new Dense(4)),
                        new Dense(6), new Reshape(Shape.of(2, 3))), Shape.of(2, 3)));
    }

    @Override
    public Tensor batch(int rows, long seed) {
        return layer instanceof Embedding words ? words(words.vocabulary(), rows, seed) : LayerContract.super.batch(rows, seed);
    }

    private Tensor words(int vocabulary, int rows, long seed) {
        Tensor batch = Tensor.zeros(sample.batch(rows));
        for (int i = 0; i < batch.elements(); i++) {
            batch.data()[i] = (int) (vocabulary * Randomness.seed(seed).uniform(i));
        }
        return batch;
    }

    @Override
    public boolean hasInputGradient() {
        return !(layer instanceof Embedding);
    }
}
