package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.dashboard.Patience;
import dev.cortado.dashboard.data.Corners;
import dev.cortado.dashboard.data.Stripes;
import dev.cortado.data.DatasetProvider;
import dev.cortado.engine.Plain;
import dev.cortado.network.Network;
import dev.cortado.plugin.Plugins;
import dev.cortado.training.TrainingEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// A race that is stopped in the middle of something long.
class StoppingTest {
    private final CountDownLatch stepBegun = new CountDownLatch(1);
    private final CountDownLatch stepMayEnd = new CountDownLatch(1);

    private void takeLong(TrainingEvent event) {
        if (event instanceof TrainingEvent.StepDone) {
            stepBegun.countDown();
            try {
                stepMayEnd.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void aLongStepKeepsNobodyWaiting() throws Exception {
        try (Racetrack track = new Racetrack(new Catalogue(Plugins.load()), new Nobody(), _ -> this::takeLong)) {
            RaceSettings settings = track.catalogue().defaults("corners").withEngines(List.of("plain"));
            track.start(settings);
            stepBegun.await();

            assertThat(track.stop()).isFalse();

            assertThat(track.latest().state()).isEqualTo(RaceState.STOPPING);
            assertThat(track.samples(List.of(0, 3))).containsExactly(0, 0, -1, -1);
            assertThatThrownBy(track::pause).isInstanceOf(RaceConflict.class);
            assertThatThrownBy(() -> track.start(settings)).isInstanceOf(RaceConflict.class).hasMessageContaining("still stopping");
            stepMayEnd.countDown();
            Patience.await("the end", () -> track.latest().state() == RaceState.STOPPED);
            assertThat(track.start(settings)).isEqualTo(2);
        } finally {
            stepMayEnd.countDown();
        }
    }

    @Test
    void anInterruptedThreadStopsItsRace() {
        try (Racetrack track = new Racetrack(new Catalogue(Plugins.load()), new Nobody(), _ -> _ -> { })) {
            Thread.currentThread().interrupt();
            assertThat(track.run(track.catalogue().defaults("corners").withEngines(List.of("plain")))).isEmpty();
            assertThat(track.latest().state()).isEqualTo(RaceState.STOPPED);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aRaceThatAnObserverBreaksFailsAndTheNextMayBegin() {
        try (Racetrack track = new Racetrack(new Catalogue(Plugins.load()), new Nobody(), _ -> _ -> {
            throw new NoClassDefFoundError("gone");
        })) {
            RaceSettings settings = track.catalogue().defaults("corners").withEngines(List.of("plain"));
            track.run(settings);
            assertThat(track.latest().state()).isEqualTo(RaceState.FAILED);
            track.run(settings);
            assertThat(track.latest().state()).isEqualTo(RaceState.FAILED);
        }
    }

    private static Judge judge(DatasetProvider data, String layers, Lights lights) {
        Network network = Network.input(data.test().inputShape().toArray()).layers(layers.split("; "))
                .loss("mean_squared_error").optimizer("sgd").build(1);
        return new Judge(network, data.test(), new Plain(), lights);
    }

    @Test
    void aJudgeGivesUpWhenNobodyWaitsForIt() {
        Lights lights = new Lights(Duration.ZERO);
        try (Judge corners = judge(new Corners(), "dense(1)", lights); Judge stripes = judge(new Stripes(), "flatten; dense(3)", lights)) {
            assertThat(corners.boundary()).isPresent();
            assertThat(stripes.result()).isPresent();

            lights.stop();

            assertThatThrownBy(corners::boundary).isInstanceOf(CancellationException.class);
            assertThatThrownBy(corners::points).isInstanceOf(CancellationException.class);
            assertThatThrownBy(stripes::score).isInstanceOf(CancellationException.class);
            assertThatThrownBy(stripes::result).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void aStoppedRaceIsJudgedIfThatIsQuick() {
        Lights lights = new Lights(Duration.ofDays(1));
        try (Judge corners = judge(new Corners(), "dense(1)", lights)) {
            lights.stop();

            assertThat(corners.boundary()).isPresent();
        }
    }
}
