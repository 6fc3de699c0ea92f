package dev.cortado.schedule;

import dev.cortado.plugin.Setting;

/// Down to a minimum along a power: minimum + (η − minimum) (1 − t / steps)^power, and from there on the minimum. With
/// power 1, a straight line.
///
/// @param steps how long it takes; 0 for the whole training
/// @param power 1 for a straight line, more to fall faster at the start
/// @param minimum where it ends
/// @param per whether `steps` and t count steps or epochs
public record Polynomial(
        @Setting(min = 0) int steps, @Setting(above = 0) double power, @Setting(min = 0) double minimum, Pace per)
        implements TimedSchedule {
    /// A straight line to 0 over the whole training.
    public Polynomial() {
        this(0, 1, 0, Pace.STEP);
    }

    @Override
    public double rate(double base, Progress progress) {
        return minimum + (base - minimum) * Math.pow(1 - progress.fraction(steps, per), power);
    }
}
