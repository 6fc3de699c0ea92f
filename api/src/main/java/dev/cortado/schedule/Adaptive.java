package dev.cortado.schedule;

import dev.cortado.plugin.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/// scikit-learn's "adaptive": whenever the metric has not become better by the minimum change in more than `patience` epochs
/// in a row, the rate is divided; where it is too small for that already, training ends.
///
/// Unlike with [Plateau], the best metric is the smallest one, be it better by ever so little.
///
/// @param divisor what the rate is divided by
/// @param patience how many epochs without improvement are borne; scikit-learn's `n_iter_no_change`
/// @param minimumChange what counts as an improvement; scikit-learn's `tol`
/// @param minimum a rate that is not larger is not divided any more
public record Adaptive(
        @Setting(above = 1) double divisor,
        @Setting(min = 0) int patience,
        @Setting(min = 0) double minimumChange,
        @Setting(min = 0) double minimum)
        implements Schedule {
    /// As in scikit-learn: a fifth after more than 10 epochs that are not better by 0.0001, down to 0.000001.
    public Adaptive() {
        this(10, 1e-4);
    }

    /// As in scikit-learn, with these for `n_iter_no_change` and `tol`.
    public Adaptive(int patience, double minimumChange) {
        this(5, patience, minimumChange, 1e-6);
    }

    @Override
    public Course start() {
        return new Watch(this);
    }

    /// Watches the metric.
    private static final class Watch implements Course {
        private final Adaptive adaptive;
        private double best = Double.POSITIVE_INFINITY;
        private double scale = 1;
        private double rate = Double.MAX_VALUE;
        private int bad;
        private boolean exhausted;

        Watch(Adaptive adaptive) {
            this.adaptive = adaptive;
        }

        @Override
        public double rate(double base, Progress progress) {
            rate = base * scale;
            return rate;
        }

        @Override
        public void epochDone(double metric) {
            bad = metric <= best - adaptive.minimumChange ? 0 : bad + 1;
            best = metric < best ? metric : best;
            if (bad > adaptive.patience) {
                reduce();
            }
        }

        private void reduce() {
            if (rate <= adaptive.minimum) {
                exhausted = true;
                return;
            }
            scale /= adaptive.divisor;
            bad = 0;
        }

        @Override
        public boolean exhausted() {
            return exhausted;
        }

        @Override
        public Map<String, Double> state() {
            Map<String, Double> state = new LinkedHashMap<>();
            if (Double.isFinite(best)) {
                state.put("best", best);
            }
            state.put("scale", scale);
            state.put("rate", rate);
            state.put("bad", (double) bad);
            state.put("exhausted", exhausted ? 1.0 : 0.0);
            return state;
        }

        @Override
        public void restore(Map<String, Double> state) {
            best = state.getOrDefault("best", Double.POSITIVE_INFINITY);
            scale = state.getOrDefault("scale", 1.0);
            rate = state.getOrDefault("rate", Double.MAX_VALUE);
            bad = state.getOrDefault("bad", 0.0).intValue();
            exhausted = state.getOrDefault("exhausted", 0.0) != 0;
        }
    }
}
