package dev.cortado.training;

import dev.cortado.evaluation.Score;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something that happened in a training.
public sealed interface TrainingEvent {
    /// The first step is about to be taken.
    ///
    /// @param samples the number of samples in an epoch
    /// @param stepsPerEpoch the number of mini-batches in an epoch
    /// @param epochs the number of epochs to come
    record Started(int samples, int stepsPerEpoch, int epochs) implements TrainingEvent {
    }

    /// A mini-batch was learned from.
    ///
    /// @param step the number of the step since the start, from 1
    /// @param epoch the number of the epoch it belongs to, from 1
    /// @param samples the number of samples in the batch
    /// @param loss the batch's loss before the step
    /// @param correct how many of its samples were right before the step; −1 where targets are not classes
    record StepDone(long step, int epoch, int samples, double loss, int correct) implements TrainingEvent {
    }

    /// All samples were learned from once more.
    ///
    /// @param epoch the number of the epoch, from 1
    /// @param training loss and accuracy as the batches were met, each before its step
    /// @param validation the score on the validation set after the epoch; null without one
    /// @param time how long the epoch's steps took, evaluation left out
    record EpochDone(int epoch, Score training, @Nullable Score validation, Duration time) implements TrainingEvent {
    }

    /// The last step was taken.
    ///
    /// @param steps the number of steps taken
    record Finished(long steps) implements TrainingEvent {
    }
}
