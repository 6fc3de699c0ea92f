package dev.cortado.schedule;

import dev.cortado.plugin.Setting;

/// Down like a power of the time: η / (t + 1)^power, with power ½ as Robbins and Monro's condition allows (*A stochastic
/// approximation method*, 1951).
///
/// @param power how fast the rate falls
/// @param per whether t counts steps or epochs
public record InverseScaling(@Setting(min = 0) double power, Pace per) implements TimedSchedule {
    /// With power ½, per step.
    public InverseScaling() {
        this(0.5);
    }

    /// With this power, per step.
    public InverseScaling(double power) {
        this(power, Pace.STEP);
    }

    @Override
    public double rate(double base, Progress progress) {
        return base / Math.pow(progress.done(per) + 1.0, power);
    }
}
