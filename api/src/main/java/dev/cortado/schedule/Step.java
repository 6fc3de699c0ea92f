package dev.cortado.schedule;

import dev.cortado.plugin.Setting;

/// Down by a factor every so often: η γ^⌊t / stepSize⌋.
///
/// @param stepSize after how many steps, or epochs, the rate falls
/// @param gamma γ, what it is multiplied with
/// @param per whether t counts steps or epochs
public record Step(@Setting(min = 1) int stepSize, @Setting(min = 0, max = 1) double gamma, Pace per)
        implements TimedSchedule {
    /// A tenth after every 1000 steps.
    public Step() {
        this(1000, 0.1);
    }

    /// Down after this many steps.
    public Step(int stepSize, double gamma) {
        this(stepSize, gamma, Pace.STEP);
    }

    @Override
    public double rate(double base, Progress progress) {
        long falls = progress.done(per) / stepSize;
        return base * Math.pow(gamma, (double) falls);
    }
}
