package dev.cortado.schedule;

import dev.cortado.plugin.Setting;

/// Up to a maximum and down to almost nothing, both along half a wave (Smith and Topin, *Super-convergence: very fast
/// training of neural networks using large learning rates*, 2018; the form is PyTorch's).
///
/// It begins at maximum / initialDivisor, is at the maximum after warmupFraction · steps − 1 steps, and takes the last step
/// with maximum / (initialDivisor · finalDivisor), which it stays at.
///
/// @param steps how long the cycle is; 0 for the whole training
/// @param maximum the highest rate; 0 for the optimizer's own
/// @param warmupFraction the part of the cycle in which the rate rises
/// @param initialDivisor how many times smaller than the maximum the first rate is
/// @param finalDivisor how many times smaller than the first rate the last one is
public record OneCycle(
        @Setting(min = 0) int steps,
        @Setting(min = 0) double maximum,
        @Setting(min = 0, max = 1) double warmupFraction,
        @Setting(min = 1) double initialDivisor,
        @Setting(min = 1) double finalDivisor)
        implements TimedSchedule {
    /// One cycle over the whole training, up to the optimizer's rate, with the usual 0.3, 25 and 10,000.
    public OneCycle() {
        this(0, 0, 0.3, 25, 1e4);
    }

    @Override
    public double rate(double base, Progress progress) {
        double top = maximum == 0 ? base : maximum;
        double last = (steps == 0 ? progress.steps() : steps) - 1.0;
        double peak = warmupFraction * (last + 1) - 1;
        double first = top / initialDivisor;
        if (progress.step() <= peak && peak > 0) {
            return between(first, top, progress.step() / peak);
        }
        double down = progress.step() >= last ? 1 : (progress.step() - peak) / (last - peak);
        return between(top, first / finalDivisor, down);
    }

    private static double between(double from, double to, double fraction) {
        return to + (from - to) * (1 + Math.cos(Math.PI * fraction)) / 2;
    }
}
