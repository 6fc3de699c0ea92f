package dev.cortado.engine.vector.team;

import dev.cortado.engine.Ahead;
import dev.cortado.engine.Part;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Work that the members of a team do piece by piece while they wait for something else, and together once it is wanted.
final class IdleWork implements Ahead {
    private final Team team;
    private final Part work;
    private final int count;
    private final int together;
    /// How many things someone has begun with, or more; and how many are done.
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    /// @param count how many things are to be worked on
    /// @param together how many make a piece, at least 1: as few as are soon done, since whoever works on them keeps others waiting
    IdleWork(Team team, Part work, int count, int together) {
        this.team = team;
        this.work = work;
        this.count = count;
        this.together = together;
    }

    boolean hasMore() {
        return begun.get() < count;
    }

    /// Does the next piece; false if there is none.
    boolean proceed() {
        if (!hasMore()) {
            return false;
        }
        int first = begun.getAndAdd(together);
        if (first >= count) {
            return false;
        }
        int end = Math.min(first + together, count);
        try {
            work.run(first, end);
        } catch (Throwable e) {
            failure = e;
        }
        done.addAndGet(end - first);
        return true;
    }

    @Override
    public void finish() {
        if (done.get() < count) {
            team.run(this::proceedToEnd);
        }
        team.forget(this);
        Crew.rethrow(failure);
    }

    private void proceedToEnd(int member) {
        while (hasMore()) {
            proceed();
        }
    }

    @Override
    public void cancel() {
        int before = Math.min(count, begun.getAndSet(count));
        team.forget(this);
        if (done.get() < before) {
            // Whoever is at a piece comes when it is done.
            team.run(_ -> { });
        }
    }
}
