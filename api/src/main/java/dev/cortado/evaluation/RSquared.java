package dev.cortado.evaluation;

import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// R², the coefficient of determination: 1 − Σ (y − ŷ)² / Σ (y − ȳ)², the mean over the columns. 1 is perfect, 0 is no better
/// than the mean of the targets.
///
/// A column of equal targets counts 1 if it is predicted exactly, and 0 otherwise, as in scikit-learn. NaN for fewer than two
/// samples.
public record RSquared() implements Metric {
    @Override
    public String name() {
        return "r2";
    }

    @Override
    public Total start() {
        return new Sums();
    }

    /// For each column the squared errors, and Welford's mean and squared deviations of the targets.
    private static final class Sums implements Total {
        private double @Nullable [][] columns;
        private long rows;

        @Override
        public void add(Tensor prediction, Tensor target) {
            double[][] sums = columns == null ? new double[target.columns()][3] : columns;
            columns = sums;
            for (int row = 0; row < target.rows(); row++) {
                rows++;
                for (int c = 0; c < sums.length; c++) {
                    int i = row * sums.length + c;
                    add(sums[c], prediction.data()[i], target.data()[i]);
                }
            }
        }

        private void add(double[] sums, double prediction, double target) {
            double error = target - prediction;
            sums[0] += error * error;
            double deviation = target - sums[1];
            sums[1] += deviation / rows;
            sums[2] += deviation * (target - sums[1]);
        }

        @Override
        public double value() {
            double[][] sums = columns;
            if (sums == null || rows < 2) {
                return Double.NaN;
            }
            double total = 0;
            for (double[] column : sums) {
                total += column[2] == 0 ? (column[0] == 0 ? 1 : 0) : 1 - column[0] / column[2];
            }
            return total / sums.length;
        }
    }
}
