package dev.cortado.training;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// When a training writes its state to a file, from which it can go on bit for bit as if it had never stopped; see
/// [Training#resume].
///
/// ```java
/// Checkpoints.to(Path.of("digits.safetensors")).everySteps(500).best(Path.of("best.safetensors"))
/// ```
///
/// A file is replaced whole or not at all, and the one before it is kept beside it as `….previous`, should the newer ever turn
/// out damaged. A state is also written when the training ends, for whatever reason but an exception. The file is a model
/// file, too: a network is loaded from it.
///
/// @param file where to
/// @param everySteps after how many steps each time; 0 for never because of steps
/// @param everyEpochs after how many epochs each time; 0 for never because of epochs
/// @param best where the state goes whenever early stopping's metric is better than ever; null for nowhere
public record Checkpoints(Path file, long everySteps, int everyEpochs, @Nullable Path best) {
    /// Checks the numbers.
    public Checkpoints {
        if (everySteps < 0 || everyEpochs < 0) {
            throw new IllegalArgumentException("Checkpoints come every so many steps or epochs, not every %d steps or %d epochs"
                    .formatted(everySteps, everyEpochs));
        }
    }

    /// After every epoch.
    public static Checkpoints to(Path file) {
        return new Checkpoints(file, 0, 1, null);
    }

    /// After so many steps each time, and not because of epochs.
    public Checkpoints everySteps(long steps) {
        return new Checkpoints(file, steps, 0, best);
    }

    /// After so many epochs each time, and not because of steps.
    public Checkpoints everyEpochs(int epochs) {
        return new Checkpoints(file, 0, epochs, best);
    }

    /// Also to this file, whenever early stopping's metric is better than ever.
    public Checkpoints best(Path bestFile) {
        return new Checkpoints(file, everySteps, everyEpochs, bestFile);
    }

    boolean isDue(long step, int stepsPerEpoch) {
        boolean bySteps = everySteps > 0 && step % everySteps == 0;
        boolean byEpochs = everyEpochs > 0 && step % ((long) everyEpochs * stepsPerEpoch) == 0;
        return bySteps || byEpochs;
    }
}
