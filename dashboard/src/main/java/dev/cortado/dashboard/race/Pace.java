package dev.cortado.dashboard.race;

/// How many steps each lane may take in a round of a paced race: one, at a longer distance, where the pace is slow, and several
/// at the distance of a tick where it is fast. What is left of a step is carried over to the next round, so that the mean is
/// right for any pace.
final class Pace {
    static final long TICK = 100_000_000;

    private final double stepsPerSecond;
    private double due;

    /// @param stepsPerSecond above 0
    Pace(double stepsPerSecond) {
        this.stepsPerSecond = stepsPerSecond;
    }

    /// How long a round lasts.
    long nanos() {
        return Math.max(TICK, (long) (1e9 / stepsPerSecond));
    }

    /// The steps of the next round.
    long steps() {
        due += Math.max(1, stepsPerSecond * TICK / 1e9);
        long whole = (long) due;
        due -= whole;
        return whole;
    }
}
