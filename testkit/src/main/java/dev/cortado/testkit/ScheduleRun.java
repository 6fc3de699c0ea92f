package dev.cortado.testkit;

import dev.cortado.schedule.Progress;
import dev.cortado.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// A schedule in a training that is only counted.
final class ScheduleRun {
    private static final int SAMPLES = 100;

    /// How a training goes.
    enum Mood {
        BETTER, WORSE, NOWHERE, UP_AND_DOWN, TO_NAN;

        double metric(int epoch) {
            return switch (this) {
                case BETTER -> 1.0 / (epoch + 1);
                case WORSE -> epoch + 1;
                case NOWHERE -> 1;
                case UP_AND_DOWN -> 2 + Math.sin(epoch);
                case TO_NAN -> epoch < 4 ? 1.0 / (epoch + 1) : Double.NaN;
            };
        }
    }

    private final Schedule.Course course;
    private final double base;
    private final int epochs;
    private final int steps;
    private final Mood mood;

    ScheduleRun(Schedule schedule, Mood mood) {
        this(schedule, 0.1, 20, 3, mood);
    }

    ScheduleRun(Schedule schedule, double base, int epochs, int steps, Mood mood) {
        this.course = schedule.start();
        this.base = base;
        this.epochs = epochs;
        this.steps = steps;
        this.mood = mood;
    }

    /// Runs a check in every mood.
    static void each(Schedule schedule, BiConsumer<Mood, ScheduleRun> check) {
        for (Mood mood : Mood.values()) {
            check.accept(mood, new ScheduleRun(schedule, mood));
        }
    }

    /// The rates of all steps of some epochs; each of them is then over.
    List<Double> rates(int from, int to) {
        List<Double> rates = new ArrayList<>();
        for (int epoch = from; epoch < to; epoch++) {
            for (int step = 0; step < steps; step++) {
                rates.add(course.rate(base, new Progress((long) epoch * steps + step, epoch, (long) epoch * SAMPLES,
                        (long) epochs * steps, epochs)));
            }
            course.epochDone(mood.metric(epoch));
        }
        return rates;
    }

    /// The rates at the beginning, in the middle and at the end of a training with this many steps, one for each epoch.
    static List<Double> extremes(Schedule schedule, long length) {
        List<Double> rates = new ArrayList<>();
        Schedule.Course course = schedule.start();
        for (long step : new long[] {0, length / 2, length - 1, length, length + 1}) {
            long epoch = Math.max(0, step);
            rates.add(course.rate(0.1, new Progress(epoch, epoch, epoch, length, length)));
        }
        return rates;
    }

    void takeUp(ScheduleRun other) {
        course.restore(other.state());
    }

    Map<String, Double> state() {
        return course.state();
    }

    boolean exhausted() {
        return course.exhausted();
    }
}
