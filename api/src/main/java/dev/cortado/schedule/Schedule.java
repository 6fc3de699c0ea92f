package dev.cortado.schedule;

import dev.cortado.plugin.Plugin;
import java.util.Map;

/// How the learning rate changes in the course of a training.
///
/// An implementer whose rate follows from how far the training is writes a [TimedSchedule], one formula; one that looks at
/// how the epochs went writes the [Course], which remembers. Rates must never be negative, and must be finite.
public interface Schedule extends Plugin {
    /// Begins a training from its first step, or, with [Course#restore], goes on with one.
    Course start();

    /// A schedule at work in one training. For one thread.
    @FunctionalInterface
    interface Course {
        /// The learning rate of the next step; asked for before each.
        ///
        /// @param base the learning rate to begin with, the optimizer's; at least 0
        /// @param progress how far the training is
        double rate(double base, Progress progress);

        /// An epoch is over.
        ///
        /// @param metric how well it went; smaller is better, so an accuracy comes with its sign changed. NaN is no
        ///     improvement
        default void epochDone(double metric) {
        }

        /// Whether it has given up: the rate cannot get any better, and training may as well stop. Asked for after each
        /// epoch.
        default boolean exhausted() {
            return false;
        }

        /// What it remembers, by name, to be saved with a checkpoint: finite numbers in a fixed order. Empty if it remembers
        /// nothing.
        default Map<String, Double> state() {
            return Map.of();
        }

        /// Goes on from where [#state] was taken; what is missing there is as at the start.
        default void restore(Map<String, Double> state) {
        }
    }
}
