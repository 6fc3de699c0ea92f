package dev.cortado.dashboard.terminal;

import dev.cortado.evaluation.Score;
import dev.cortado.training.TrainingEvent;
import java.util.Locale;

/// The figures of a training in one short line, so that a terminal of 80 columns has room for the bar: the epoch, its loss so
/// far, the figure of the last validation, and how it ended.
final class Figures {
    private final int epochs;
    private int epoch;
    private long samples;
    private double loss;
    private String validation = "";
    private String ending = "";

    Figures(int epochs) {
        this.epochs = epochs;
    }

    void add(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.StepDone step -> add(step);
            case TrainingEvent.EpochDone done when done.validation() != null -> validation = words(done.validation());
            case TrainingEvent.Finished finished -> ending = words(finished.ending());
            case TrainingEvent.Failed _ -> ending = ", failed";
            case TrainingEvent.Started _, TrainingEvent.EpochDone _, TrainingEvent.Improved _, TrainingEvent.CheckpointWritten _,
                    TrainingEvent.Paused _, TrainingEvent.Resumed _ -> { }
        }
    }

    private void add(TrainingEvent.StepDone step) {
        if (step.epoch() != epoch) {
            epoch = step.epoch();
            samples = 0;
            loss = 0;
        }
        samples += step.samples();
        loss += step.loss() * step.samples();
    }

    /// The line: `epoch 2/10, loss 0.3120, val 91.84 %`, or `val 0.2871` where there are no classes.
    String text() {
        return samples == 0 ? ending
                : String.format(Locale.ROOT, "epoch %d/%d, loss %.4f%s%s", epoch, epochs, loss / samples, validation, ending);
    }

    private static String words(Score score) {
        return Double.isNaN(score.accuracy()) ? String.format(Locale.ROOT, ", val %.4f", score.loss())
                : String.format(Locale.ROOT, ", val %.2f %%", 100 * score.accuracy());
    }

    private static String words(TrainingEvent.Ending ending) {
        return switch (ending) {
            case EPOCHS_DONE -> "";
            case STOPPED_EARLY -> ", stopped early";
            case SCHEDULE_EXHAUSTED -> ", the schedule has given up";
            case TIME_OVER -> ", time is over";
            case CANCELLED -> ", cancelled";
        };
    }
}
