package dev.cortado.training;

import dev.cortado.evaluation.Score;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something that happened in a training.
public sealed interface TrainingEvent {
    /// The first step is about to be taken.
    ///
    /// @param samples the number of samples in an epoch
    /// @param stepsPerEpoch the number of steps in an epoch
    /// @param epochs the number of epochs of the whole training
    /// @param steps the number of steps taken already, in the runs that this one goes on from; 0 for a new training
    record Started(int samples, int stepsPerEpoch, int epochs, long steps) implements TrainingEvent {
    }

    /// A mini-batch was learned from; with accumulated gradients, several.
    ///
    /// @param step the number of the step since the start, from 1
    /// @param epoch the number of the epoch it belongs to, from 1
    /// @param samples the number of samples it learned from
    /// @param loss their loss before the step
    /// @param correct how many of them were right before the step; −1 where targets are not classes
    /// @param learningRate the step's learning rate
    /// @param time how long it took
    record StepDone(long step, int epoch, int samples, double loss, int correct, double learningRate, Duration time)
            implements TrainingEvent {
    }

    /// All samples were learned from once more.
    ///
    /// @param epoch the number of the epoch, from 1
    /// @param training loss and accuracy as the batches were met, each before its step
    /// @param validation the score on the validation set after the epoch; null without one
    /// @param time how long the epoch's steps took, evaluation left out
    record EpochDone(int epoch, Score training, @Nullable Score validation, Duration time) implements TrainingEvent {
    }

    /// What early stopping watches is better than it ever was.
    ///
    /// @param epoch the number of the epoch that is just over
    /// @param metric the metric's name, such as `loss`
    /// @param value its value now
    record Improved(int epoch, String metric, double value) implements TrainingEvent {
    }

    /// The state was written to a file from which training can go on.
    ///
    /// @param file where to
    /// @param step the number of steps taken so far
    record CheckpointWritten(Path file, long step) implements TrainingEvent {
    }

    /// The training waits, as [TrainingControl#pause] has asked.
    ///
    /// @param step the number of steps taken so far
    record Paused(long step) implements TrainingEvent {
    }

    /// The training goes on after a pause.
    ///
    /// @param step the number of steps taken so far
    record Resumed(long step) implements TrainingEvent {
    }

    /// The last step was taken.
    ///
    /// @param steps the number of steps taken
    /// @param ending why it was the last
    record Finished(long steps, Ending ending) implements TrainingEvent {
    }

    /// A step, or a listener, has failed, and [TrainingRun#step] is about to throw why. The last event, unless whoever takes
    /// the steps goes on all the same.
    ///
    /// @param steps the number of steps taken
    /// @param cause what is thrown: a [DivergedException] if the loss, a gradient or a parameter is infinite or NaN
    record Failed(long steps, Throwable cause) implements TrainingEvent {
    }

    /// Why a training has ended.
    enum Ending {
        /// All epochs are done.
        EPOCHS_DONE,
        /// The watched metric has not become better for as many epochs as [EarlyStopping] allows.
        STOPPED_EARLY,
        /// The learning rate's schedule has given up.
        SCHEDULE_EXHAUSTED,
        /// The time limit is over.
        TIME_OVER,
        /// [TrainingControl#cancel] has asked for it, or the thread was interrupted.
        CANCELLED
    }
}
