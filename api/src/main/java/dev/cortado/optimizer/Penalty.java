package dev.cortado.optimizer;

import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What large weights cost, added to the loss: l1 Σ|w| + ½ l2 Σw² (Tibshirani, *Regression shrinkage and selection via the
/// lasso*, 1996; Hoerl and Kennard, *Ridge regression*, 1970).
///
/// l1 draws weights to 0 itself, l2 makes them small. With plain `sgd`, l2 is its weight_decay; Keras' `l2(λ)` is l2 = 2 λ.
///
/// ```java
/// Penalty.l2(1e-4)                  // all weights: no biases, no gamma and beta
/// Penalty.l1(1e-5).on("0")          // whatever layer 0 has
/// ```
///
/// @param l1 what a magnitude of 1 costs
/// @param l2 what a square of 1 costs, twice
/// @param pattern which parameters, as [Parameters#matching] takes it; null for all weights
public record Penalty(double l1, double l2, @Nullable String pattern) {
    /// A penalty.
    ///
    /// @throws IllegalArgumentException if a strength is negative or not finite
    public Penalty {
        if (!(l1 >= 0 && l2 >= 0) || Double.isInfinite(l1 + l2)) {
            throw new IllegalArgumentException("A penalty's strengths are numbers from 0 on, not %s and %s".formatted(l1, l2));
        }
    }

    /// On the magnitudes of all weights.
    public static Penalty l1(double strength) {
        return new Penalty(strength, 0, null);
    }

    /// On half the squares of all weights.
    public static Penalty l2(double strength) {
        return new Penalty(0, strength, null);
    }

    /// This penalty on other parameters: one by its name, all of a layer by its path, or all that fit a pattern (`*.weight`).
    public Penalty on(String names) {
        return new Penalty(l1, l2, names);
    }

    /// The parameters of a network that it is put on, buffers left out.
    ///
    /// @throws IllegalArgumentException if the pattern chooses none
    public Charge start(Parameters parameters) {
        List<Parameter> chosen = pattern == null ? parameters.list() : parameters.matching(pattern);
        return new Charge(chosen.stream().filter(this::charged).toArray(Parameter[]::new));
    }

    private boolean charged(Parameter parameter) {
        return pattern == null ? parameter.role() == Parameter.Role.WEIGHT : parameter.role() != Parameter.Role.BUFFER;
    }

    /// The penalty on the parameters of one network.
    public final class Charge {
        private final Parameter[] parameters;

        private Charge(Parameter[] parameters) {
            this.parameters = parameters;
        }

        /// Adds the penalty's gradient to those of all chosen parameters that are trainable now. To be called after the way
        /// back, and before any clipping.
        ///
        /// @return what it adds to the loss
        public double add() {
            return add(1);
        }

        /// The same for a part of the penalty: scikit-learn's, for one, is divided by the number of samples in the batch.
        public double add(double share) {
            double cost = 0;
            for (Parameter parameter : parameters) {
                if (parameter.trainable()) {
                    cost += cost(parameter.value().data());
                    addGradient(parameter.value().data(), parameter.gradient().data(), (float) (l1 * share), (float) (l2 * share));
                }
            }
            return share * cost;
        }

        private double cost(float[] value) {
            double magnitudes = 0;
            double squares = 0;
            for (float w : value) {
                magnitudes += Math.abs(w);
                squares += (double) w * w;
            }
            return l1 * magnitudes + l2 / 2 * squares;
        }

        /// At 0 the magnitude has slope 0.
        private static void addGradient(float[] value, float[] gradient, float l1, float l2) {
            for (int i = 0; i < value.length; i++) {
                gradient[i] += l1 * Math.signum(value[i]) + l2 * value[i];
            }
        }
    }
}
