package dev.cortado.classic;

import dev.cortado.activation.Sigmoid;
import dev.cortado.initializer.Initializer;
import dev.cortado.initializer.SklearnUniform;
import dev.cortado.network.Network;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// First weights that were given, and weights as they are read.
record Start(List<double[][]> coefs, List<double[]> intercepts) {
    Start {
        coefs = List.copyOf(coefs);
        intercepts = List.copyOf(intercepts);
    }

    /// Writes them into a network.
    void into(Network network) {
        List<Parameter> parameters = network.parameters().list();
        if (2 * coefs.size() != parameters.size() || 2 * intercepts.size() != parameters.size()) {
            throw new IllegalArgumentException("The first weights are for %d layers and biases for %d, the network has %d"
                    .formatted(coefs.size(), intercepts.size(), parameters.size() / 2));
        }
        for (int i = 0; i < coefs.size(); i++) {
            put(matrix(coefs.get(i)), parameters.get(2 * i));
            put(Tensor.of(Shape.of(intercepts.get(i).length), intercepts.get(i)), parameters.get(2 * i + 1));
        }
    }

    private static Tensor matrix(double[][] rows) {
        return Samples.matrix("weights", rows);
    }

    private static void put(Tensor value, Parameter parameter) {
        if (!value.shape().equals(parameter.value().shape())) {
            throw new IllegalArgumentException("The first values given for '%s' have the shape %s, it has %s"
                    .formatted(parameter.name(), value.shape(), parameter.value().shape()));
        }
        parameter.set(value);
    }

    /// Scikit-learn's first weights and biases, each from its layer's numbers of inputs and outputs.
    static void random(Mlp<?> mlp, Network network) {
        Initializer initializer = new SklearnUniform(mlp.activation instanceof Sigmoid);
        Randomness randomness = Randomness.seed(mlp.randomState).at("initial");
        List<Parameter> parameters = network.parameters().list();
        for (int i = 0; i < parameters.size(); i++) {
            Shape weight = parameters.get(i - i % 2).value().shape();
            float[] data = parameters.get(i).value().data();
            Randomness own = randomness.at(parameters.get(i).name());
            for (int element = 0; element < data.length; element++) {
                data[element] = (float) initializer.value(element, weight.length(0), weight.length(1), own);
            }
        }
    }

    static List<double[][]> coefs(Network network) {
        List<double[][]> coefs = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            if (parameter.role() == Parameter.Role.WEIGHT) {
                coefs.add(Samples.rows(parameter.value()));
            }
        }
        return coefs;
    }

    static List<double[]> intercepts(Network network) {
        List<double[]> intercepts = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            if (parameter.role() == Parameter.Role.BIAS) {
                Tensor row = parameter.value().reshape(Shape.of(1, parameter.value().elements()));
                intercepts.add(Samples.rows(row)[0]);
            }
        }
        return intercepts;
    }
}
