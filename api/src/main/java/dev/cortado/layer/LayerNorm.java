package dev.cortado.layer;

import dev.cortado.engine.Ops;
import dev.cortado.initializer.Ones;
import dev.cortado.initializer.Zeros;
import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameter.Role;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Shifts and scales the numbers along the last axis to mean 0 and variance 1, each row for itself, then by a learned gamma
/// and beta: y = γ · (x − μ) / √(σ² + ε) + β (Ba, Kiros and Hinton, *Layer normalization*, 2016).
///
/// @param epsilon ε, keeps the denominator from 0
public record LayerNorm(@Setting(above = 0) double epsilon) implements Layer {
    /// With an epsilon of 10⁻⁵.
    public LayerNorm() {
        this(1e-5);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() == 0 || input.length(-1) == 0) {
            throw new IllegalArgumentException("layer_norm needs numbers along the last axis; %s has none".formatted(input));
        }
        return input;
    }

    @Override
    public List<Weight> weights(Shape input) {
        Shape row = Shape.of(input.length(-1));
        return List.of(new Weight("gamma", row, Role.BIAS, new Ones(), 1, 1),
                new Weight("beta", row, Role.BIAS, new Zeros(), 1, 1));
    }

    /// Each number goes into mean and variance, is normalised, scaled and shifted.
    @Override
    public long flops(Shape input) {
        return 8L * input.elements();
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        int n = input.shape().length(-1);
        Ops ops = step.ops();
        Tensor normalized = ops.tensor(input.shape());
        Tensor scales = ops.tensor(Shape.of(input.elements() / n));
        Tensor output = ops.tensor(input.shape());
        for (int row = 0; row < scales.elements(); row++) {
            scales.data()[row] = (float) normalize(input.data(), row * n, n, normalized.data());
        }
        float[] gamma = parameters.value("gamma").data();
        float[] beta = parameters.value("beta").data();
        for (int i = 0; i < output.elements(); i++) {
            output.data()[i] = normalized.data()[i] * gamma[i % n] + beta[i % n];
        }
        return new Pass(output, new Back(normalized, scales, parameters, ops));
    }

    /// Writes (x − μ) / √(σ² + ε) of a row and returns 1 / √(σ² + ε).
    private double normalize(float[] x, int start, int n, float[] result) {
        double mean = 0;
        for (int i = start; i < start + n; i++) {
            mean += x[i];
        }
        mean /= n;
        double variance = 0;
        for (int i = start; i < start + n; i++) {
            variance += (x[i] - mean) * (x[i] - mean);
        }
        double scale = 1 / Math.sqrt(variance / n + epsilon);
        for (int i = start; i < start + n; i++) {
            result[i] = (float) ((x[i] - mean) * scale);
        }
        return scale;
    }

    /// With x̂ the normalised row, g = γ · dy and s the row's scale: dγ += Σ dy · x̂, dβ += Σ dy, dx = s · (g − mean(g) − x̂ · mean(g · x̂)).
    private record Back(Tensor normalized, Tensor scales, Parameters parameters, Ops ops) implements Pass.Back {
        @Override
        public void addParameterGradients(Tensor outputGradient) {
            int n = normalized.elements() / scales.elements();
            Tensor rows = outputGradient.reshape(Shape.of(scales.elements(), n));
            if (parameters.get("gamma").trainable()) {
                Tensor products = ops.tensor(rows.shape());
                for (int i = 0; i < products.elements(); i++) {
                    products.data()[i] = rows.data()[i] * normalized.data()[i];
                }
                ops.addSumOfRows(products, parameters.get("gamma").gradient());
            }
            if (parameters.get("beta").trainable()) {
                ops.addSumOfRows(rows, parameters.get("beta").gradient());
            }
        }

        @Override
        public Tensor inputGradient(Tensor outputGradient) {
            Tensor result = ops.tensor(normalized.shape());
            int n = normalized.elements() / scales.elements();
            for (int row = 0; row < scales.elements(); row++) {
                inputGradient(outputGradient.data(), row * n, n, scales.data()[row], result.data());
            }
            return result;
        }

        private void inputGradient(float[] dy, int start, int n, double scale, float[] result) {
            float[] gamma = parameters.value("gamma").data();
            double sum = 0;
            double product = 0;
            for (int i = 0; i < n; i++) {
                double g = (double) dy[start + i] * gamma[i];
                sum += g;
                product += g * normalized.data()[start + i];
            }
            for (int i = 0; i < n; i++) {
                double g = (double) dy[start + i] * gamma[i];
                result[start + i] = (float) (scale * (g - sum / n - normalized.data()[start + i] * product / n));
            }
        }
    }
}
