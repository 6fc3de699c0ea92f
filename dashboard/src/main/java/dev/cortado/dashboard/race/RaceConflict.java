package dev.cortado.dashboard.race;

/// A command that does not fit the state of the race.
public final class RaceConflict extends IllegalStateException {
    private static final long serialVersionUID = 1;

    RaceConflict(String message) {
        super(message);
    }

    /// Why not.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
