package dev.cortado.schedule;

import dev.cortado.plugin.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/// Down by a factor whenever the metric has not improved for some epochs (PyTorch's `ReduceLROnPlateau` with an absolute
/// threshold).
///
/// An epoch is better when its metric is below the best so far by more than the minimum change. After more than `patience`
/// epochs in a row that are not, the rate is multiplied with the factor, and counting begins again.
///
/// @param factor what the rate is multiplied with
/// @param patience how many epochs without improvement are borne
/// @param minimumChange what counts as an improvement
/// @param cooldown how many epochs after a reduction are not counted
/// @param minimum below which the rate does not fall
public record Plateau(
        @Setting(above = 0, below = 1) double factor,
        @Setting(min = 0) int patience,
        @Setting(min = 0) double minimumChange,
        @Setting(min = 0) int cooldown,
        @Setting(min = 0) double minimum)
        implements Schedule {
    /// A tenth after more than 10 epochs that are not better by 0.0001.
    public Plateau() {
        this(0.1, 10, 1e-4);
    }

    /// Without cooldown and minimum.
    public Plateau(double factor, int patience, double minimumChange) {
        this(factor, patience, minimumChange, 0, 0);
    }

    @Override
    public Course start() {
        return new Watch(this);
    }

    /// Watches the metric.
    private static final class Watch implements Course {
        private final Plateau plateau;
        private double best = Double.POSITIVE_INFINITY;
        private double scale = 1;
        private int bad;
        private int cooling;

        Watch(Plateau plateau) {
            this.plateau = plateau;
        }

        @Override
        public double rate(double base, Progress progress) {
            return Math.max(base * scale, Math.min(base, plateau.minimum));
        }

        @Override
        public void epochDone(double metric) {
            if (metric < best - plateau.minimumChange) {
                best = metric;
                bad = 0;
            } else {
                bad++;
            }
            if (cooling > 0) {
                cooling--;
                bad = 0;
            }
            if (bad > plateau.patience) {
                scale *= plateau.factor;
                bad = 0;
                cooling = plateau.cooldown;
            }
        }

        @Override
        public Map<String, Double> state() {
            Map<String, Double> state = new LinkedHashMap<>();
            if (Double.isFinite(best)) {
                state.put("best", best);
            }
            state.put("scale", scale);
            state.put("bad", (double) bad);
            state.put("cooling", (double) cooling);
            return state;
        }

        @Override
        public void restore(Map<String, Double> state) {
            best = state.getOrDefault("best", Double.POSITIVE_INFINITY);
            scale = state.getOrDefault("scale", 1.0);
            bad = state.getOrDefault("bad", 0.0).intValue();
            cooling = state.getOrDefault("cooling", 0.0).intValue();
        }
    }
}
