package dev.cortado.schedule;

import dev.cortado.plugin.Setting;

/// Half waves one after the other, each beginning at η again: minimum + ½ (η − minimum) (1 + cos(π t / T)), with t counted
/// from the last restart and T multiplied at each (Loshchilov and Hutter, *SGDR: stochastic gradient descent with warm
/// restarts*, 2017).
///
/// @param steps T at first: how long the first wave takes
/// @param growth by what T is multiplied at each restart
/// @param minimum what each wave falls to
/// @param per whether `steps` and t count steps or epochs
public record CosineRestarts(
        @Setting(min = 1) int steps, @Setting(min = 1) int growth, @Setting(min = 0) double minimum, Pace per)
        implements TimedSchedule {
    /// Waves of 1000 steps, 2000, 4000, …, to 0.
    public CosineRestarts() {
        this(1000, 2, 0, Pace.STEP);
    }

    @Override
    public double rate(double base, Progress progress) {
        long length = steps;
        long since = progress.done(per);
        if (growth == 1) {
            since %= length;
        }
        while (since >= length) {
            since -= length;
            length *= growth;
        }
        return minimum + (base - minimum) * (1 + Math.cos(Math.PI * since / length)) / 2;
    }
}
