package dev.cortado.schedule;

/// The same rate from the first step to the last.
public record Constant() implements TimedSchedule {
    @Override
    public double rate(double base, Progress progress) {
        return base;
    }
}
