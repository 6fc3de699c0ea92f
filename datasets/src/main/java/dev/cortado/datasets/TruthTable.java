package dev.cortado.datasets;

import dev.cortado.data.TensorDataset;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// A function of two truth values as four samples: 00, 01, 10, 11.
final class TruthTable {
    private TruthTable() {
    }

    static TensorDataset of(boolean oneHot, double... outputs) {
        Tensor inputs = Tensor.of(Shape.of(4, 2), 0, 0, 0, 1, 1, 0, 1, 1);
        Tensor targets = oneHot ? oneHot(outputs) : Tensor.of(Shape.of(4, 1), outputs);
        return TensorDataset.of(inputs, targets).withClasses("0", "1");
    }

    private static Tensor oneHot(double[] outputs) {
        Tensor targets = Tensor.zeros(Shape.of(4, 2));
        for (int i = 0; i < 4; i++) {
            targets.data()[2 * i + (int) outputs[i]] = 1;
        }
        return targets;
    }
}
