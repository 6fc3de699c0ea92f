package dev.cortado.training;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long a run may take, pauses left out.
final class TimeLimit {
    private final @Nullable Duration limit;
    private long deadline;

    TimeLimit(@Nullable Duration limit) {
        this.limit = limit;
    }

    void start() {
        deadline = limit == null ? 0 : System.nanoTime() + limit.toNanos();
    }

    void extend(long nanos) {
        deadline += nanos;
    }

    boolean isOver() {
        return limit != null && System.nanoTime() - deadline >= 0;
    }
}
