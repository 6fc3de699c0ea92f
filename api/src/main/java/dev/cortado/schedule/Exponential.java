package dev.cortado.schedule;

import dev.cortado.plugin.Setting;

/// A little down at every step: η γᵗ.
///
/// @param gamma γ, what the rate is multiplied with
/// @param per whether t counts steps or epochs
public record Exponential(@Setting(min = 0, max = 1) double gamma, Pace per) implements TimedSchedule {
    /// With γ = 0.99, per step.
    public Exponential() {
        this(0.99);
    }

    /// With this γ, per step.
    public Exponential(double gamma) {
        this(gamma, Pace.STEP);
    }

    @Override
    public double rate(double base, Progress progress) {
        return base * Math.pow(gamma, (double) progress.done(per));
    }
}
