package dev.cortado.layer;

import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Replaces the numbers of a sample by chosen products of them: `feature_map([x1, x2, x1*x2])`.
///
/// What no straight line separates may be separable there: behind this very map a single neuron solves XOR. It is the idea
/// behind a polynomial kernel, with the features written out (Cover, *Geometrical and statistical properties of systems of
/// linear inequalities*, 1965).
///
/// @param features what the new numbers are, in this order
public record FeatureMap(@Setting(required = true) List<Monomial> features) implements Layer {
    /// The prototype; the features have to be given.
    public FeatureMap() {
        this(List.of());
    }

    /// Of features in their text form: `FeatureMap.of("x1", "x2", "x1*x2")`.
    public static FeatureMap of(String... features) {
        return new FeatureMap(List.of(features).stream().map(Monomial::valueOf).toList());
    }

    /// Makes the list immutable.
    public FeatureMap {
        features = List.copyOf(features);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1) {
            throw new IllegalArgumentException(
                    "feature_map takes samples with one axis, not %s: put flatten before it".formatted(input));
        }
        for (Monomial feature : features) {
            if (feature.highestNumber() > input.elements()) {
                throw new IllegalArgumentException("The feature %s needs x%d, a sample of %s ends with x%d"
                        .formatted(feature, feature.highestNumber(), input, input.elements()));
            }
        }
        return Shape.of(features.size());
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Tensor output = step.ops().tensor(Shape.of(input.rows(), features.size()));
        int n = input.columns();
        for (int row = 0; row < input.rows(); row++) {
            for (int f = 0; f < features.size(); f++) {
                output.data()[row * features.size() + f] = (float) features.get(f).value(input.data(), row * n);
            }
        }
        return new Pass(output, gradient -> back(input, gradient, step));
    }

    /// dxᵢ = Σ dy · ∂feature/∂xᵢ.
    private Tensor back(Tensor input, Tensor gradient, Step step) {
        Tensor result = step.ops().tensor(input.shape());
        int n = input.columns();
        for (int row = 0; row < input.rows(); row++) {
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int f = 0; f < features.size(); f++) {
                    sum += gradient.data()[row * features.size() + f] * features.get(f).slope(input.data(), row * n, i + 1);
                }
                result.data()[row * n + i] = (float) sum;
            }
        }
        return result;
    }
}
