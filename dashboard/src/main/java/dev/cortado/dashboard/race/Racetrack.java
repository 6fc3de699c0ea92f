package dev.cortado.dashboard.race;

import dev.cortado.training.TrainingListener;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where races are held: one at a time.
///
/// Commands may come from any thread. They take effect in the order in which they come, and have taken effect when they return;
/// only a race that is to stop may first have to end a long step, and holds nobody up meanwhile.
public final class Racetrack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration FOR_EVER = ChronoUnit.FOREVER.getDuration();

    private final Catalogue catalogue;
    private final Scoreboard scoreboard;
    private final Function<String, TrainingListener> observers;
    private @Nullable Race race;
    private @Nullable Thread thread;
    private int races;
    private boolean closed;

    /// An empty track.
    ///
    /// @param catalogue what can be raced
    /// @param audience who follows the races
    /// @param observers who listens to an engine's training, by the engine's name; on the race's thread
    public Racetrack(Catalogue catalogue, Audience audience, Function<String, TrainingListener> observers) {
        this.catalogue = catalogue;
        this.scoreboard = new Scoreboard(audience);
        this.observers = observers;
    }

    /// What can be raced.
    public Catalogue catalogue() {
        return catalogue;
    }

    /// How the race stands.
    public RaceView latest() {
        return scoreboard.latest();
    }

    /// Starts a race on a thread of its own.
    ///
    /// @return its number
    /// @throws SettingException if a setting cannot be used
    /// @throws RaceConflict if a race is going on
    public synchronized int start(RaceSettings settings) {
        Race next = prepare(settings);
        thread = Thread.ofPlatform().name("cortado-race").start(next::run);
        return races;
    }

    /// Runs a race on this thread.
    ///
    /// @return the table it ends with
    /// @throws SettingException if a setting cannot be used
    /// @throws RaceConflict if a race is going on
    public List<EpochRow> run(RaceSettings settings) {
        Race next = prepare(settings);
        next.run();
        return next.rows();
    }

    private synchronized Race prepare(RaceSettings settings) {
        if (closed) {
            throw new RaceConflict("The track is closed");
        }
        if (latest().state() == RaceState.STOPPING) {
            throw new RaceConflict("The race is still stopping; start the next one when it has");
        }
        if (latest().state().alive()) {
            throw new RaceConflict("A race is running; stop it first");
        }
        Race next = new Race(RacePlan.of(settings, catalogue), scoreboard, observers);
        race = next;
        races++;
        next.announce(races);
        return next;
    }

    /// Lets all lanes wait.
    ///
    /// @throws RaceConflict if no race is running
    public synchronized void pause() {
        require(scoreboard.turn(RaceState.RUNNING, RaceState.PAUSED), "There is no running race to pause").lights().pause();
    }

    /// Lets them go on.
    ///
    /// @throws RaceConflict if no race is paused
    public synchronized void resume() {
        require(scoreboard.turn(RaceState.PAUSED, RaceState.RUNNING), "There is no paused race to resume").lights().resume();
    }

    /// Ends the race after the step in which it is, and waits a little for that. While that step takes longer, the race is
    /// [stopping][RaceState#STOPPING].
    ///
    /// @return whether it has ended
    /// @throws RaceConflict if there is none
    public boolean stop() {
        askToStop().ifPresent(running -> await(running, PATIENCE));
        return !latest().state().alive();
    }

    private synchronized Optional<Thread> askToStop() {
        Race present = require(latest().state().alive(), "There is no race to stop");
        scoreboard.stopping();
        present.lights().stop();
        return Optional.ofNullable(thread);
    }

    private Race require(boolean good, String otherwise) {
        Race present = race;
        if (!good || present == null) {
            throw new RaceConflict(otherwise);
        }
        return present;
    }

    /// The lock is not to be held here: a step may take long.
    private static void await(Thread running, Duration patience) {
        try {
            running.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RaceConflict("Interrupted while a race was ending");
        }
    }

    /// Test samples of the present race's data, a byte from 0 to 255 for each number from 0 to 1, one sample after the other.
    ///
    /// @throws RaceConflict if there has been no race
    /// @throws SettingException if there is no such sample
    public synchronized byte[] samples(List<Integer> indices) {
        return require(true, "There has been no race yet").samples(indices);
    }

    /// Ends the race, if there is one, and its thread. No other is started.
    @Override
    public void close() {
        shut().ifPresent(running -> await(running, FOR_EVER));
    }

    private synchronized Optional<Thread> shut() {
        closed = true;
        if (race != null) {
            scoreboard.stopping();
            race.lights().stop();
        }
        return Optional.ofNullable(thread);
    }
}
