package dev.cortado.optimizer;

import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;

/// Makes gradients that are too large smaller, before an optimizer takes its step, so that one bad batch cannot throw a network
/// off its way (Pascanu, Mikolov and Bengio, *On the difficulty of training recurrent neural networks*, 2013).
///
/// It takes the gradients of all trainable parameters, in place; buffers and frozen parameters have none. Gradients that are
/// not finite are left as they are: no clipping makes them good.
public sealed interface Clipping {
    /// Clips the gradients of these parameters.
    ///
    /// @return the Euclidean length of them all before, seen as one long vector
    double clip(Parameters parameters);

    /// Shortens all gradients together, seen as one long vector: where it is longer than the maximum, each number is
    /// multiplied with maximum / length, so that the direction stays.
    ///
    /// @param maximum the largest length, above 0
    record ByNorm(double maximum) implements Clipping {
        /// At most this long.
        ///
        /// @throws IllegalArgumentException if that is not above 0
        public ByNorm {
            requirePositive(maximum);
        }

        @Override
        public double clip(Parameters parameters) {
            double norm = Gradients.norm(parameters);
            if (norm > maximum && norm < Double.POSITIVE_INFINITY) {
                Gradients.scale(parameters, maximum / norm);
            }
            return norm;
        }
    }

    /// Cuts every number of a gradient off at ± the maximum.
    ///
    /// @param maximum the largest magnitude, above 0
    record ByValue(double maximum) implements Clipping {
        /// At most this far from 0.
        ///
        /// @throws IllegalArgumentException if that is not above 0
        public ByValue {
            requirePositive(maximum);
        }

        @Override
        public double clip(Parameters parameters) {
            double norm = Gradients.norm(parameters);
            for (Parameter parameter : parameters) {
                if (parameter.trainable() && norm < Double.POSITIVE_INFINITY) {
                    cut(parameter.gradient().data(), (float) maximum);
                }
            }
            return norm;
        }

        private static void cut(float[] gradient, float maximum) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = Math.max(-maximum, Math.min(maximum, gradient[i]));
            }
        }
    }

    private static void requirePositive(double maximum) {
        if (!(maximum > 0) || Double.isInfinite(maximum)) {
            throw new IllegalArgumentException("Gradients are clipped at a number above 0, not at " + maximum);
        }
    }
}
