package dev.cortado.schedule;

import dev.cortado.plugin.Setting;

/// Down to a minimum along half a wave: minimum + ½ (η − minimum) (1 + cos(π t / steps)), and from there on the minimum
/// (Loshchilov and Hutter, *SGDR: stochastic gradient descent with warm restarts*, 2017, without restarts).
///
/// @param steps how long it takes; 0 for the whole training
/// @param minimum where it ends
/// @param per whether `steps` and t count steps or epochs
public record Cosine(@Setting(min = 0) int steps, @Setting(min = 0) double minimum, Pace per) implements TimedSchedule {
    /// To 0 over the whole training.
    public Cosine() {
        this(0, 0);
    }

    /// To a minimum in so many steps.
    public Cosine(int steps, double minimum) {
        this(steps, minimum, Pace.STEP);
    }

    @Override
    public double rate(double base, Progress progress) {
        return minimum + (base - minimum) * (1 + Math.cos(Math.PI * progress.fraction(steps, per))) / 2;
    }
}
