package dev.cortado.schedule;

import dev.cortado.plugin.Setting;
import java.util.Map;

/// A straight line up to the rate at the beginning, and then another schedule:
/// η (startFactor + (1 − startFactor) t / steps) while t < steps (Goyal et al., *Accurate, large minibatch SGD*, 2017).
///
/// The schedule that follows counts from the end of the warm-up: `linear_warmup(500, then=cosine)` rises for 500 steps and
/// falls over all the others.
///
/// @param steps how long the warm-up takes
/// @param startFactor the part of the rate that the first step is taken with
/// @param then what follows
/// @param per whether `steps` and t count steps or epochs
public record LinearWarmup(
        @Setting(min = 1) int steps, @Setting(min = 0, max = 1) double startFactor, Schedule then, Pace per)
        implements Schedule {
    /// Five steps from a third of the rate, which then stays.
    public LinearWarmup() {
        this(5, 1.0 / 3, new Constant());
    }

    /// So many steps up, and then what follows.
    public LinearWarmup(int steps, double startFactor, Schedule then) {
        this(steps, startFactor, then, Pace.STEP);
    }

    @Override
    public Course start() {
        return new Rise(this, then.start());
    }

    /// All that is remembered is remembered by what follows.
    private record Rise(LinearWarmup warmup, Course then) implements Course {
        @Override
        public double rate(double base, Progress progress) {
            long done = progress.done(warmup.per);
            if (done >= warmup.steps) {
                return then.rate(base, progress.after(warmup.steps, warmup.per));
            }
            return base * (warmup.startFactor + (1 - warmup.startFactor) * done / warmup.steps);
        }

        @Override
        public void epochDone(double metric) {
            then.epochDone(metric);
        }

        @Override
        public boolean exhausted() {
            return then.exhausted();
        }

        @Override
        public Map<String, Double> state() {
            return then.state();
        }

        @Override
        public void restore(Map<String, Double> state) {
            then.restore(state);
        }
    }
}
