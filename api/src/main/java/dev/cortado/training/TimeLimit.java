package dev.cortado.training;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long a run may take, pauses left out.
final class TimeLimit {
    /// The clock counts nanoseconds in a long, 292 years, and differences must not overflow: a longer limit is none.
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final @Nullable Duration limit;
    private long deadline;

    TimeLimit(@Nullable Duration limit) {
        this.limit = limit == null || limit.compareTo(LONGEST) > 0 ? null : limit;
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
