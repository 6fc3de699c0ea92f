package dev.cortado.training;

import dev.cortado.schedule.Progress;
import dev.cortado.schedule.Schedule;

/// The learning rate in the course of a training.
final class Rate {
    final Schedule.Course course;
    private double base;

    Rate(Schedule schedule, double base) {
        this.course = schedule.start();
        this.base = base;
    }

    double of(long steps, int stepsPerEpoch, int samples, int epochs) {
        long done = steps / stepsPerEpoch;
        return course.rate(base, new Progress(steps, done, done * samples, (long) epochs * stepsPerEpoch, epochs));
    }

    double base() {
        return base;
    }

    void base(double rate) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("A learning rate is a number from 0 on, not " + rate);
        }
        this.base = rate;
    }

    void epochDone(double metric) {
        course.epochDone(metric);
    }

    boolean isExhausted() {
        return course.exhausted();
    }
}
