package dev.cortado.dashboard.race;

import dev.cortado.training.DivergedException;
import dev.cortado.training.TrainingListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One race from start to end, on the thread that runs it.
///
/// The lanes take turns. A turn is half a second of the lane's own computing, or in a paced race as many steps as its pace
/// allows in a round. About ten times a second the news goes to the [Scoreboard].
final class Race {
    private static final long TURN = 500_000_000;
    private static final long TICK = Pace.TICK;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = System.getLogger(Race.class.getName());

    private final RacePlan plan;
    private final Scoreboard scoreboard;
    private final Function<String, TrainingListener> observers;
    private final Lights lights = new Lights(PATIENCE);
    private final List<Lane> lanes = new ArrayList<>();
    private final Comparison comparison;
    private @Nullable Agreement agreement;
    private volatile List<EpochRow> rows = List.of();
    private long nextNews;

    Race(RacePlan plan, Scoreboard scoreboard, Function<String, TrainingListener> observers) {
        this.plan = plan;
        this.scoreboard = scoreboard;
        this.observers = observers;
        this.comparison =
                new Comparison(plan.settings().epochs(), plan.facts().stepsPerEpoch(), plan.start().parameters());
    }

    Lights lights() {
        return lights;
    }

    /// Shows what will be raced.
    void announce(int number) {
        scoreboard.begin(number, plan);
    }

    byte[] samples(List<Integer> indices) {
        return Pictures.of(plan.test(), indices);
    }

    /// The table at the end: for each engine some epochs, the last among them.
    List<EpochRow> rows() {
        return rows;
    }

    /// Runs it to its end, whatever that is. It is told when the lanes are closed, so that the next race may begin then.
    void run() {
        Ending ending = ending();
        scoreboard.end(ending.state(), ending.message());
    }

    private record Ending(RaceState state, @Nullable String message) {
    }

    /// Whatever is thrown ends this race and no more: engines, layers and observers may be somebody else's.
    private Ending ending() {
        try {
            toTheEnd();
            return new Ending(lights.red() ? RaceState.STOPPED : RaceState.FINISHED, null);
        } catch (InterruptedException | CancellationException e) {
            return new Ending(RaceState.STOPPED, null);
        } catch (CrashException e) {
            return new Ending(RaceState.FAILED, e.getMessage());
        } catch (OutOfMemoryError e) {
            return new Ending(RaceState.FAILED, "There is not enough memory for this race: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "The race failed", e);
            return new Ending(RaceState.FAILED, "The race failed: " + e);
        } finally {
            rows = lanes.stream().flatMap(lane -> lane.rows().stream()).toList();
            lanes.forEach(Race::close);
        }
    }

    private static void close(Lane lane) {
        try {
            lane.close();
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "The engine '%s' could not be closed".formatted(lane.engine()), e);
        }
    }

    private void toTheEnd() throws InterruptedException {
        plan.engines().forEach(engine -> lanes.add(new Lane(plan, engine, observers.apply(engine.name()), lights)));
        lanes.forEach(this::compare);
        scoreboard.add(lanes.stream().map(Lane::begin).toList(), agreement);
        agreement = null;
        nextNews = System.nanoTime() + TICK;
        if (plan.settings().pace() > 0) {
            walk(new Pace(plan.settings().pace()));
        } else {
            sprint();
        }
        finish();
    }

    private boolean goesOn() {
        return !lights.red() && !lanes.stream().allMatch(Lane::finished);
    }

    private void sprint() throws InterruptedException {
        while (goesOn()) {
            round(Long.MAX_VALUE);
        }
    }

    /// A round that begins a little late is made up for, so that the mean is right; one that begins later is not, since the
    /// pace is the most there may be.
    private void walk(Pace pace) throws InterruptedException {
        long next = System.nanoTime();
        while (goesOn()) {
            long now = System.nanoTime();
            next = (now - next < pace.nanos() ? next : now) + pace.nanos();
            round(pace.steps());
            publish(null);
            lights.awaitTime(next);
        }
    }

    private void round(long steps) throws InterruptedException {
        for (Lane lane : lanes) {
            turn(lane, steps);
        }
    }

    private void turn(Lane lane, long most) throws InterruptedException {
        long steps = most;
        long end = lane.nanos() + TURN;
        while (!lane.finished() && lane.nanos() < end && steps-- > 0 && proceed()) {
            step(lane);
            if (System.nanoTime() >= nextNews) {
                publish(lane);
            }
        }
    }

    /// Waits while paused.
    ///
    /// @return false to end the race
    private boolean proceed() throws InterruptedException {
        if (!lights.green()) {
            publish(null);
            lights.awaitResumed();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("The race's thread was interrupted");
        }
        return !lights.red();
    }

    private void step(Lane lane) {
        try {
            lane.step();
        } catch (DivergedException e) {
            publish(null);
            throw new CrashException(lane.engine(), e);
        }
        compare(lane);
    }

    private void compare(Lane lane) {
        if (lanes.size() > 1 && lanes.indexOf(lane) < 2) {
            Optional<Agreement> found = comparison.at(lane.steps(), lane.parameters());
            found.ifPresent(more -> agreement = agreement == null ? more : agreement.plus(more));
        }
    }

    private void publish(@Nullable Lane working) {
        scoreboard.add(lanes.stream().map(lane -> lane.news(lane == working, secondsLeft(lane))).toList(), agreement);
        agreement = null;
        nextNews = System.nanoTime() + TICK;
    }

    private double secondsLeft(Lane lane) {
        List<Double> others = lanes.stream().filter(other -> other != lane).map(Lane::secondsToCompute).toList();
        return Forecast.secondsLeft(lane.secondsToCompute(), others, lane.stepsLeft(), plan.settings().pace());
    }

    private void finish() {
        publish(null);
        if (lanes.stream().allMatch(lane -> lane.steps() > 0)) {
            scoreboard.add(lanes.stream().map(Lane::result).toList(), null);
        }
    }
}
