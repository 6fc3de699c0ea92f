package dev.cortado.dashboard.race;

import dev.cortado.evaluation.Score;
import dev.cortado.training.TrainingEvent;
import dev.cortado.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps what happens in a step until the step is over, and then tells an observer: off the lane's clock, and with the score
/// that the lane's judge gave. The training itself validates nothing, since that would be on the clock.
final class Relay implements TrainingListener {
    private final TrainingListener observer;
    private final List<TrainingEvent> waiting = new ArrayList<>();

    Relay(TrainingListener observer) {
        this.observer = observer;
    }

    @Override
    public void on(TrainingEvent event) {
        waiting.add(event);
    }

    /// @param validation the score after the epoch that the step has ended; null if it ended none, or was not judged
    void passOn(@Nullable Score validation) {
        for (TrainingEvent event : waiting) {
            observer.on(event instanceof TrainingEvent.EpochDone epoch
                    ? new TrainingEvent.EpochDone(epoch.epoch(), epoch.training(), validation, epoch.time())
                    : event);
        }
        waiting.clear();
    }
}
