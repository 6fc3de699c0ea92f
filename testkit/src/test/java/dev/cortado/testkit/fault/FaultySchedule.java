package dev.cortado.testkit.fault;

import dev.cortado.schedule.Progress;
import dev.cortado.schedule.Schedule;
import java.util.Map;

/// Divides the rate by one more with every epoch that was no improvement, and falls to nothing at the end; with a fault.
record FaultySchedule(Fault fault) implements Schedule {
    enum Fault {
        NONE, GOES_NEGATIVE_BEYOND_THE_END, GOES_NEGATIVE_AT_THE_END, DIVIDES_BY_THE_LENGTH, FORGETS_ITS_STATE, HIDES_ITS_STATE,
        REMEMBERS_INFINITY, REMEMBERS_ACROSS_COURSES, COUNTS_CALLS_OF_STATE, NEVER_MOVES, EXPLODES
    }

    /// What no schedule may have: a memory of its own.
    private static final Counts SHARED = new Counts();

    FaultySchedule() {
        this(Fault.NONE);
    }

    @Override
    public Course start() {
        return new Counting(fault, fault == Fault.REMEMBERS_ACROSS_COURSES ? SHARED : new Counts());
    }

    private static final class Counts {
        private double best = Double.MAX_VALUE;
        private double bad;
    }

    private record Counting(Fault fault, Counts counts) implements Course {
        @Override
        public double rate(double base, Progress progress) {
            double left = 1 - (double) progress.step() / (double) Math.max(1, progress.steps());
            return switch (fault) {
                case GOES_NEGATIVE_BEYOND_THE_END -> base * left;
                case GOES_NEGATIVE_AT_THE_END -> base * Math.max(left, 0) - 1e-9;
                case DIVIDES_BY_THE_LENGTH -> base * Math.max(0, 1 - (double) progress.step() / (double) progress.steps());
                case NEVER_MOVES -> 0;
                case EXPLODES -> base * Math.pow(1000, (double) progress.epoch());
                default -> base * Math.max(left, 0) / (1 + counts.bad);
            };
        }

        @Override
        public void epochDone(double metric) {
            counts.bad += metric < counts.best ? 0 : 1;
            counts.best = fault == Fault.REMEMBERS_INFINITY ? Double.POSITIVE_INFINITY : metric < counts.best ? metric : counts.best;
        }

        @Override
        public Map<String, Double> state() {
            counts.bad += fault == Fault.COUNTS_CALLS_OF_STATE ? 1 : 0;
            return fault == Fault.HIDES_ITS_STATE ? Map.of() : Map.of("best", counts.best, "bad", counts.bad);
        }

        @Override
        public void restore(Map<String, Double> state) {
            if (fault != Fault.FORGETS_ITS_STATE && !state.isEmpty()) {
                counts.best = state.getOrDefault("best", Double.MAX_VALUE);
                counts.bad = state.getOrDefault("bad", 0.0);
            }
        }
    }
}
