package dev.cortado.loss;

import dev.cortado.engine.Ops;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What each row of a batch counts in its mean: the same for all, or its weight's share in the sum of the weights. Where all
/// weights of a batch are 0 nothing counts, and its loss is 0.
final class RowScale {
    private static final Shape ONE = Shape.of();

    private RowScale() {
    }

    static Tensor of(int rows, @Nullable Tensor weights, Ops ops) {
        Tensor scale = unshared(rows, weights, ops);
        double sum = weights == null ? rows : ops.sum(scale);
        if (!(sum >= 0)) {
            throw new IllegalArgumentException("The weights of a batch must not sum to less than 0, but sum to " + sum);
        }
        for (int r = 0; r < rows; r++) {
            scale.data()[r] = sum == 0 ? 0 : (float) (scale.data()[r] / sum);
        }
        return scale;
    }

    /// The weights themselves, or 1 for each row.
    static Tensor unshared(int rows, @Nullable Tensor weights, Ops ops) {
        Tensor scale = ops.tensor(rows, ONE);
        if (weights == null) {
            Arrays.fill(scale.data(), 1);
            return scale;
        }
        if (weights.elements() != rows) {
            throw new IllegalArgumentException(
                    "Weights of %s do not fit a batch of %d rows".formatted(weights.shape(), rows));
        }
        System.arraycopy(weights.data(), 0, scale.data(), 0, rows);
        return scale;
    }
}
