package dev.cortado.testkit;

import dev.cortado.activation.Gelu;
import dev.cortado.activation.Relu;
import dev.cortado.activation.Sigmoid;
import dev.cortado.activation.Softmax;
import dev.cortado.activation.Tanh;
import dev.cortado.initializer.GlorotUniform;
import dev.cortado.layer.ActivationLayer;
import dev.cortado.layer.Dense;
import dev.cortado.layer.Dropout;
import dev.cortado.layer.Flatten;
import dev.cortado.layer.Layer;
import dev.cortado.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every layer of the api, on samples that it takes.
@ParameterizedClass
@MethodSource("all")
record StandardLayersTest(Layer layer, Shape sample) implements LayerContract {
    static Stream<Arguments> all() {
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
                Arguments.of(new Dropout(0.3), six),
                Arguments.of(new Flatten(), Shape.of(2, 3, 2)));
    }
}
