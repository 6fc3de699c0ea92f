package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cortado.plugin.Plugins;
import dev.cortado.training.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What an observer of a lane hears.
class ObserverTest {
    private final List<TrainingEvent> heard = new ArrayList<>();

    private RaceView race(int epochs, double rate) {
        try (Racetrack track = new Racetrack(new Catalogue(Plugins.load()), new Nobody(), _ -> heard::add)) {
            track.run(new RaceSettings("corners", "dense(1)", "mean_squared_error", "sgd", rate, 4, 1, epochs, 0, List.of("plain")));
            return track.latest();
        }
    }

    @Test
    void theLastEpochComesWithTheJudgesScoreAndBeforeTheEnd() {
        Curve judged = Objects.requireNonNull(race(100, 0.1).lanes().getFirst().validation());
        List<TrainingEvent.EpochDone> epochs = heard.stream().filter(TrainingEvent.EpochDone.class::isInstance)
                .map(TrainingEvent.EpochDone.class::cast).toList();
        assertThat(epochs).hasSize(100);
        assertThat(Objects.requireNonNull(epochs.getLast().validation()).loss()).isEqualTo(judged.loss().getLast());
        assertThat(heard.getFirst()).isInstanceOf(TrainingEvent.Started.class);
        assertThat(heard.getLast()).isInstanceOf(TrainingEvent.Finished.class);
    }

    @Test
    void aFailureIsHeard() {
        race(100, 1e15);
        assertThat(heard.getLast()).asInstanceOf(type(TrainingEvent.Failed.class)).isNotNull();
    }
}
