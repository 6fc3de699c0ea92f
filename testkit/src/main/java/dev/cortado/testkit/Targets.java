package dev.cortado.testkit;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Exponential;
import dev.cortado.activation.RowActivation;
import dev.cortado.activation.Sigmoid;
import dev.cortado.activation.Sign;
import dev.cortado.activation.Step;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/// Targets to test losses with.
final class Targets {
    private Targets() {
    }

    /// Targets as the link of this loss has them.
    static Tensor of(Loss loss, Shape shape, long seed) {
        return switch (loss.link()) {
            case RowActivation _ -> probabilities(shape, seed);
            case Sigmoid _ -> Sample.uniform(shape, seed, 0.05, 0.95);
            case Step _ -> oneOf(shape, seed, 0, 1);
            case Sign _ -> oneOf(shape, seed, -1, 1);
            case Exponential _ -> Sample.uniform(shape, seed, 0.1, 3);
            case Activation _ -> Sample.uniform(shape, seed, -2, 2);
        };
    }

    /// Positive numbers that sum to 1 in each row.
    static Tensor probabilities(Shape shape, long seed) {
        Tensor targets = Sample.uniform(shape, seed, 0.05, 1);
        for (int start = 0; start < targets.elements(); start += shape.columns()) {
            float sum = 0;
            for (int i = start; i < start + shape.columns(); i++) {
                sum += targets.data()[i];
            }
            for (int i = start; i < start + shape.columns(); i++) {
                targets.data()[i] /= sum;
            }
        }
        return targets;
    }

    /// One or the other number at every place.
    static Tensor oneOf(Shape shape, long seed, float one, float other) {
        Tensor targets = Tensor.zeros(shape);
        for (int i = 0; i < targets.elements(); i++) {
            targets.data()[i] = Randomness.seed(seed).uniform(i) < 0.5 ? one : other;
        }
        return targets;
    }

    /// A function of every element.
    static Tensor map(Tensor tensor, DoubleUnaryOperator function) {
        Tensor mapped = tensor.copy();
        for (int i = 0; i < mapped.elements(); i++) {
            mapped.data()[i] = (float) function.applyAsDouble(mapped.data()[i]);
        }
        return mapped;
    }

    /// These rows, one after the other.
    static Tensor rows(Tensor tensor, int... rows) {
        Tensor chosen = Tensor.zeros(tensor.shape().sample().batch(rows.length));
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(tensor.data(), rows[r] * tensor.columns(), chosen.data(), r * tensor.columns(), tensor.columns());
        }
        return chosen;
    }
}
