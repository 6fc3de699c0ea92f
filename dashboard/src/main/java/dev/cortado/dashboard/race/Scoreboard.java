package dev.cortado.dashboard.race;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The truth about the race, for any thread to read: the latest [RaceView]. Its audience hears of every change, in order.
final class Scoreboard {
    private final Audience audience;
    private volatile RaceView latest = RaceView.nothing();

    Scoreboard(Audience audience) {
        this.audience = audience;
    }

    RaceView latest() {
        return latest;
    }

    synchronized void begin(int race, RacePlan plan) {
        latest = latest.begin(race, plan);
        audience.turn();
    }

    synchronized void add(List<LaneView> lanes, @Nullable Agreement agreement) {
        latest = latest.plus(lanes, agreement);
        audience.news(latest.news(lanes, agreement));
    }

    synchronized void end(RaceState state, @Nullable String message) {
        latest = latest.in(state, message);
        audience.turn();
    }

    /// The race is to end; nothing happens if it has ended.
    synchronized void stopping() {
        if (latest.state().alive()) {
            latest = latest.in(RaceState.STOPPING, null);
            audience.turn();
        }
    }

    /// Goes from one state to another, unless it is in a third.
    ///
    /// @return whether it went
    synchronized boolean turn(RaceState from, RaceState to) {
        if (latest.state() != from) {
            return false;
        }
        latest = latest.in(to, null);
        audience.turn();
        return true;
    }
}
