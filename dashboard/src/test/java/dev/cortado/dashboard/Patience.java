package dev.cortado.dashboard;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what other threads do: as short as possible, and far longer than it can take only if it never comes.
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Patience() {
    }

    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("Waited %s in vain: %s".formatted(LIMIT, what));
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
