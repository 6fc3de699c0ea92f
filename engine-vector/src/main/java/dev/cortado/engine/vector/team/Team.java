package dev.cortado.engine.vector.team;

import dev.cortado.engine.Ahead;
import dev.cortado.engine.Part;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/// A few threads that wait for work: the caller of [#run] and its workers.
///
/// The pieces are small (a product of a mini-batch takes 20 µs), and waking a thread takes as long. So whoever waits looks out for a
/// little while before it goes to sleep; in a training the next piece comes in time, and handing over takes 0.13 µs. Workers start with the first work there is
/// for them and end with [#close], or when nobody can reach the team any more. One thread at a time may call.
public final class Team implements AutoCloseable {
    /// From so many elements on, of a piece of work that passes over them, it is worth waking another thread.
    private static final int WORTH_SHARING = 16_384;
    /// So many elements make a piece of work for who is idle: a microsecond's, which is as long as others may have to wait for that member.
    private static final int IDLE_PIECE = 4_096;

    private final int size;
    private final Crew crew;
    /// What ends the crew.
    private Cleaner.Cleanable end;
    /// How many do the work at hand.
    private int taking;
    /// What workers may do while they wait, from the next work on that is shared.
    private @Nullable IdleWork ahead;

    /// @param size how many threads, the caller's included; at least 1
    public Team(int size) {
        this.size = size;
        taking = size;
        crew = new Crew(size);
        end = crew::close;
    }

    /// How many members there are.
    public int size() {
        return size;
    }

    /// Whether it pays to share work that passes over so many elements.
    public boolean sharesElements(long elements) {
        return size > 1 && elements >= WORTH_SHARING;
    }

    /// Where a member's share of so many things begins; the next member's beginning is its end. To be asked while the work is done.
    public int bound(int member, int length) {
        return (int) ((long) length * member / taking);
    }

    /// Where a member's share of a matrix's rows begins. If these have [Halves] and the members are even in number, half of them share each: who finds the gradients of some of a
    /// layer's weights looks at them, updates the weights and multiplies by them, and has them in its cache.
    public int rowBound(int member, int rows) {
        int together = taking / 2;
        if (taking % 2 == 1 || !Halves.has(rows)) {
            return bound(member, rows);
        }
        int first = Halves.first(rows);
        return (int) (member <= together ? (long) first * member / together : first + (long) (rows - first) * (member - together) / together);
    }

    /// Where a member's share of a matrix's elements begins: with a row, if these have [Halves], or else at a multiple of `unit`.
    public int elementBound(int member, int rows, int columns, int unit) {
        if (Halves.has(rows)) {
            return rowBound(member, rows) * columns;
        }
        int elements = rows * columns;
        return (int) Math.min(elements, (long) bound(member, Math.ceilDiv(elements, unit)) * unit);
    }

    /// Does a member's share of work in two halves on so many things. An even number of members are two halves, too, and each does one half of the work for some of the
    /// things; of an odd number each does both.
    public void shareHalves(int member, int things, Half first, Half second) {
        int together = taking / 2;
        if (taking % 2 == 1) {
            first.run(member, bound(member, things), bound(member + 1, things));
            second.run(member, bound(member, things), bound(member + 1, things));
        } else if (member < together) {
            first.run(member, bound(2 * member, things), bound(2 * member + 2, things));
        } else {
            int place = 2 * (member - together);
            second.run(member, bound(place, things), bound(place + 2, things));
        }
    }

    /// Does all shares, each on a thread of its own where it pays to share; or else the caller does the work as its only member.
    ///
    /// Who computes with one thread calls this as well: the compiler does not look through a call of so many kinds of work, and so compiles none of them again with all that
    /// calls it.
    public void run(Share work, boolean shared) {
        if (shared) {
            run(work);
        } else {
            setTaking(1);
            work.run(0);
        }
    }

    /// Does all shares, each on a thread of its own, and returns when the last is done.
    public void run(Share work) {
        start();
        setTaking(size);
        IdleWork next = ahead;
        ahead = null;
        try {
            crew.run(work, next);
        } finally {
            // Nothing else may hold on to the team by now, and the crew must not be ended in the middle of work.
            Reference.reachabilityFence(this);
        }
    }

    private void start() {
        if (crew.start()) {
            end = Forgotten.TEAMS.register(this, crew::close);
        }
    }

    /// Fields are written only where they change: workers that look out read others beside them, and would have to fetch their line anew.
    private void setTaking(int members) {
        if (taking != members) {
            taking = members;
        }
    }

    /// Takes work for workers that are idle, between one share and the next, before they look out for that and go to sleep. They begin after the next work that is shared: it may
    /// come at once, and would have to wait for a piece of this. What was taken before they go on with until then; what is not done by that time waits until it is wanted.
    ///
    /// @param elements how many numbers are written, of all
    public Ahead whileIdle(int count, int elements, Part work) {
        IdleWork taken = new IdleWork(this, work, count, (int) Math.max(1, (long) count * IDLE_PIECE / elements));
        ahead = taken;
        return taken;
    }

    @SuppressWarnings("ReferenceEquality") // the very same work is meant
    void forget(IdleWork work) {
        if (ahead == work) {
            ahead = null;
        }
        crew.forget(work);
    }

    /// Ends the workers.
    @Override
    public void close() {
        end.clean();
    }

    /// In a class of its own, since a cleaner is a thread: who computes with one has no use for it.
    private static final class Forgotten {
        static final Cleaner TEAMS = Cleaner.create();
    }
}
