package dev.cortado.schedule;

import dev.cortado.plugin.Setting;

/// scikit-learn's "invscaling": η / (t + 1)^power, where t counts the samples that were learned from in the epochs that are
/// over, so that the rate changes after each epoch.
///
/// @param power how fast the rate falls; scikit-learn's `power_t`
public record Invscaling(@Setting(min = 0) double power) implements TimedSchedule {
    /// With power ½.
    public Invscaling() {
        this(0.5);
    }

    @Override
    public double rate(double base, Progress progress) {
        return base / Math.pow(progress.samples() + 1.0, power);
    }
}
