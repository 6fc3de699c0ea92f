package dev.cortado.dashboard.race;

import dev.cortado.training.DivergedException;

/// A lane cannot go on: its loss is no longer a number.
final class CrashException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CrashException(String engine, DivergedException cause) {
        super("%s: %s".formatted(engine, cause.getMessage()), cause);
    }
}
