package dev.cortado.dashboard.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.evaluation.Score;
import dev.cortado.training.TrainingEvent;
import dev.cortado.training.TrainingEvent.Ending;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What the line beside the bar says.
class FiguresTest {
    private final Figures figures = new Figures(5);

    private String after(TrainingEvent... events) {
        for (TrainingEvent event : events) {
            figures.add(event);
        }
        return figures.text();
    }

    private static TrainingEvent step(long step, int epoch, int samples, double loss, int correct) {
        return new TrainingEvent.StepDone(step, epoch, samples, loss, correct, 0.1, Duration.ofMillis(1));
    }

    @Test
    void theLossIsThatOfTheEpochSoFar() {
        assertThat(after(step(1, 1, 4, 9, 0), step(2, 2, 3, 1, 3), step(3, 2, 1, 2, 0))).isEqualTo("epoch 2/5, loss 1.2500");
    }

    @Test
    void theLastValidationStaysInTheNextEpoch() {
        assertThat(after(step(1, 1, 4, 0.5, 2), validated(0.875), step(2, 2, 4, 0.25, 4))).isEqualTo("epoch 2/5, loss 0.2500, val 87.50 %");
    }

    @Test
    void whereThereAreNoClassesTheLossIsTheFigure() {
        assertThat(after(step(1, 1, 4, 0.5, -1), validated(Double.NaN))).isEqualTo("epoch 1/5, loss 0.5000, val 0.2500");
    }

    private static TrainingEvent validated(double accuracy) {
        return new TrainingEvent.EpochDone(1, new Score(1, accuracy), new Score(0.25, accuracy), Duration.ofMillis(1));
    }

    @Test
    void theLineSaysHowItEndedWhereItDidNotComeToTheEnd() {
        assertThat(after(step(1, 1, 4, 0.5, -1), new TrainingEvent.Finished(1, Ending.TIME_OVER))).endsWith(", time is over");
        assertThat(after(new TrainingEvent.Failed(1, new IllegalStateException("off")))).endsWith("loss 0.5000, failed");
        assertThat(after(new TrainingEvent.Finished(1, Ending.EPOCHS_DONE))).endsWith("loss 0.5000");
    }
}
