package dev.cortado.engine.vector.team;

import org.jspecify.annotations.Nullable;

/// Where workers that wait find something to do: the work that was opened last.
final class IdleSlot {
    private volatile @Nullable IdleWork present;
    private @Nullable IdleWork next;

    /// Takes work, for later. To be called by the team's caller alone, as the next two.
    void put(IdleWork work) {
        next = work;
    }

    /// Lets workers begin with what was taken; false if that was nothing new.
    boolean open() {
        if (next == null) {
            return false;
        }
        present = next;
        next = null;
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // the very same work is meant
    void forget(IdleWork work) {
        if (present == work) {
            present = null;
        }
        if (next == work) {
            next = null;
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
