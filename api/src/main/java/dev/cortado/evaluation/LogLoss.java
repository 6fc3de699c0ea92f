package dev.cortado.evaluation;

import dev.cortado.tensor.Tensor;

/// The log loss of probabilities: the mean over the samples of −log p, p being what the wanted class was given. Smaller is
/// better.
///
/// A single column is the probability of the second of two classes; the rows of several columns are divided by their sums.
/// Probabilities are taken as at least, and at most 1 minus, ε of float32, as scikit-learn clips.
public record LogLoss() implements Metric {
    private static final double EPSILON = Math.ulp(1f);

    @Override
    public boolean largerIsBetter() {
        return false;
    }

    @Override
    public Total start() {
        return new Sum();
    }

    private static final class Sum implements Total {
        private double sum;
        private long rows;

        @Override
        public void add(Tensor prediction, Tensor target) {
            int columns = target.columns();
            for (int row = 0; row < target.rows(); row++) {
                sum += columns == 1 ? binary(prediction.data()[row], target.data()[row])
                        : several(prediction.data(), target.data(), row * columns, columns);
            }
            rows += target.rows();
        }

        private static double binary(double p, double wanted) {
            double clipped = clip(p);
            return -wanted * Math.log(clipped) - (1 - wanted) * Math.log(1 - clipped);
        }

        private static double several(float[] p, float[] wanted, int start, int columns) {
            double all = 0;
            double loss = 0;
            for (int i = start; i < start + columns; i++) {
                all += clip(p[i]);
            }
            for (int i = start; i < start + columns; i++) {
                loss -= wanted[i] == 0 ? 0 : wanted[i] * Math.log(clip(p[i]) / all);
            }
            return loss;
        }

        private static double clip(double p) {
            return Math.clamp(p, EPSILON, 1 - EPSILON);
        }

        @Override
        public double value() {
            return sum / rows;
        }
    }
}
