package dev.cortado.training;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The loss, a gradient or a parameter has become infinite or NaN. The step that found it was not taken, or is undone: the network has the last
/// good parameters.
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long step;
    private final @Nullable String layer;
    private final @Nullable String parameter;

    DivergedException(long step, Diagnosis diagnosis, long goodStep) {
        super("Step %d: %s. The network has the parameters after step %d; %s"
                .formatted(step, diagnosis.what(), goodStep, diagnosis.advice()));
        this.step = step;
        this.layer = diagnosis.layer();
        this.parameter = diagnosis.parameter();
    }

    /// The number of the step that was not taken, or that is undone, from 1.
    public long step() {
        return step;
    }

    /// The layer where it shows first, such as `0 (dense)`; empty if the fault is in the data.
    public Optional<String> layer() {
        return Optional.ofNullable(layer);
    }

    /// The parameter whose gradient, or value, is infinite or NaN, or is the largest of that layer, such as `0.weight`.
    public Optional<String> parameter() {
        return Optional.ofNullable(parameter);
    }
}
