package dev.cortado.loss;

import dev.cortado.engine.Ops;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What each row of a batch counts in its mean: the same for all, or its weight's share in the sum of the weights.
final class RowScale {
    private RowScale() {
    }

    static Tensor of(int rows, @Nullable Tensor weights, Ops ops) {
        Tensor scale = ops.tensor(Shape.of(rows));
        if (weights == null) {
            Arrays.fill(scale.data(), 1f / rows);
            return scale;
        }
        if (weights.elements() != rows) {
            throw new IllegalArgumentException(
                    "Weights of %s do not fit a batch of %d rows".formatted(weights.shape(), rows));
        }
        double sum = ops.sum(weights);
        if (!(sum > 0)) {
            throw new IllegalArgumentException("The weights of a batch must sum to more than 0, not to " + sum);
        }
        for (int r = 0; r < rows; r++) {
            scale.data()[r] = (float) (weights.data()[r] / sum);
        }
        return scale;
    }
}
