package dev.cortado.schedule;

/// A schedule that looks at nothing but how far the training is, and so remembers nothing.
public interface TimedSchedule extends Schedule {
    /// The learning rate of the next step.
    ///
    /// @param base the learning rate to begin with, the optimizer's; at least 0
    /// @param progress how far the training is
    double rate(double base, Progress progress);

    @Override
    default Course start() {
        return this::rate;
    }
}
