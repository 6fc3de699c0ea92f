/// Schedules: how the learning rate changes while a network learns.
///
/// A training begins with the rate of its optimizer and asks its [Schedule] before each step what has become of it. Most
/// schedules follow from how far the training is, a [Progress], and are a [TimedSchedule]: one formula.
///
/// ```java
/// public record Halving(@Setting(min = 0) int epochs) implements TimedSchedule {
///     public Halving() { this(10); }
///     public double rate(double base, Progress progress) {
///         return progress.epoch() < epochs ? base : base / 2;
///     }
/// }
/// ```
///
/// With the line `my.package.Halving` in `META-INF/services/dev.cortado.schedule.Schedule`, `halving(5)` works everywhere,
/// also after a warm-up: `linear_warmup(500, then=halving)`. A schedule that waits for epochs to get no better, such as
/// [Plateau], remembers; what it remembers are a few numbers with names, so that a training that is resumed goes on as if it
/// had never stopped.
@NullMarked
package dev.cortado.schedule;

import org.jspecify.annotations.NullMarked;
