package dev.cortado.training;

import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Plain;
import dev.cortado.network.Network;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Small things to train.
final class Samples {
    static final Engine ENGINE = new Plain();
    static final Tensor POINTS = Tensor.of(Shape.of(4, 2), 0, 0, 0, 1, 1, 0, 1, 1);
    static final TensorDataset XOR = TensorDataset.of(POINTS, Tensor.of(Shape.of(4, 1), 0, 1, 1, 0));

    private Samples() {
    }

    /// Learns XOR.
    static Network mlp(long seed) {
        return Network.input(2).layers("dense(4, tanh)", "dense(1)")
                .loss("binary_cross_entropy").optimizer("adam(0.05)").build(seed);
    }

    /// Three classes around three centres, as many of each.
    static TensorDataset clouds(int count, long seed) {
        Tensor inputs = Tensor.zeros(Shape.of(count, 2));
        Tensor targets = Tensor.zeros(Shape.of(count, 3));
        Randomness randomness = Randomness.seed(seed);
        for (int row = 0; row < count; row++) {
            int cloud = row % 3;
            inputs.data()[2 * row] = (float) (Math.cos(2.1 * cloud) + 0.5 * randomness.normal(2L * row));
            inputs.data()[2 * row + 1] = (float) (Math.sin(2.1 * cloud) + 0.5 * randomness.normal(2L * row + 1));
            targets.data()[3 * row + cloud] = 1;
        }
        return TensorDataset.of(inputs, targets).withClasses("a", "b", "c");
    }

    /// Tells the clouds apart.
    static Network classifier(String optimizer) {
        return Network.input(2).layers("dense(8, tanh)", "dropout(0.1)", "dense(3)")
                .loss("cross_entropy").optimizer(optimizer).build(3);
    }

    static List<Tensor> values(Network network) {
        return network.parameters().list().stream().map(Parameter::value).map(Tensor::copy).toList();
    }
}
