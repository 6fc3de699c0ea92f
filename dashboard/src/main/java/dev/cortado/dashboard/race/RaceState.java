package dev.cortado.dashboard.race;

import java.util.Locale;

/// How a race stands.
public enum RaceState {
    /// There has been none yet.
    IDLE,
    /// The lanes take turns.
    RUNNING,
    /// Nobody computes until it is resumed.
    PAUSED,
    /// Somebody has ended it, and it is still in its last step.
    STOPPING,
    /// Every lane has done all its steps.
    FINISHED,
    /// Somebody ended it.
    STOPPED,
    /// Something went wrong; the message says what.
    FAILED;

    /// Whether it is still going on.
    public boolean alive() {
        return this == RUNNING || this == PAUSED || this == STOPPING;
    }

    /// In small letters.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
