package dev.cortado.engine.vector.team;

import org.jspecify.annotations.Nullable;

/// Where workers that wait find something to do: the work that was opened last.
final class IdleSlot {
    private volatile @Nullable IdleWork present;

    /// Lets workers begin with this.
    void open(IdleWork work) {
        present = work;
    }

    @SuppressWarnings("ReferenceEquality") // the very same work is meant
    void forget(IdleWork work) {
        if (present == work) {
            present = null;
        }
    }

    /// Lets go of work of which nothing is left to begin: through it, who sleeps would hold on to a team that was forgotten. (Should other work be opened at this very moment, it
    /// is done when it is wanted.)
    void forgetBegun() {
        IdleWork work = present;
        if (work != null && !work.hasMore()) {
            present = null;
        }
    }

    /// Does a piece; false if there is none.
    boolean proceed() {
        IdleWork work = present;
        return work != null && work.proceed();
    }

    boolean hasMore() {
        IdleWork work = present;
        return work != null && work.hasMore();
    }
}
