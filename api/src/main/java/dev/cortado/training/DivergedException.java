package dev.cortado.training;

/// The loss has become infinite or NaN. The step that found it was not taken: the parameters are those before it.
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DivergedException(long step, double loss) {
        super("The loss of step %d is %s; a smaller learning rate may help".formatted(step, loss));
    }
}
