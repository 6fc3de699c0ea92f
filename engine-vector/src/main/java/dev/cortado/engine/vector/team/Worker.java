package dev.cortado.engine.vector.team;

import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A thread that does a member's share of each work. Between one and the next it does what was taken for that time, looks out for a little while, and goes to sleep.
final class Worker extends Thread {
    private final int member;
    private final Crew crew;
    private final Lookout lookout;
    private final IdleSlot idle;
    private final Handover handover = new Handover();
    private volatile boolean asleep;
    private @Nullable Throwable failure;

    /// @param member which shares are done here
    /// @param lookout how long this one looks out before it goes to sleep
    /// @param idle where there is something to do meanwhile
    Worker(int member, Crew crew, Lookout lookout, IdleSlot idle) {
        // What the caller's thread has of its own is not to be kept by this one.
        super(null, null, "cortado-vector-" + member, 0, false);
        this.member = member;
        this.crew = crew;
        this.lookout = lookout;
        this.idle = idle;
        setDaemon(true);
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            more = doNextShare();
        }
    }

    /// Waits for the next share and does it; false if there will be none. (In a method of its own: who waits must hold on to nothing of the work before.)
    private boolean doNextShare() {
        Share work = nextShare();
        if (work == null) {
            return false;
        }
        Throwable e = attempt(work, member);
        if (e != null) {
            failure = e;
        }
        handover.done();
        return true;
    }

    /// Does a share, and returns what it threw.
    static @Nullable Throwable attempt(Share work, int member) {
        try {
            work.run(member);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    /// Waits for the next share; null once the crew is closed.
    private @Nullable Share nextShare() {
        long begin = System.nanoTime();
        look();
        Share work = handover.work();
        if (work == null) {
            // Not before it has looked out once, which would delay what the caller waits for.
            crew.wakeCaller();
        }
        while (work == null && !crew.isClosed()) {
            if (idle.proceed()) {
                begin = System.nanoTime();
            } else if (lookout.goesOn(begin)) {
                look();
            } else {
                sleep();
            }
            work = handover.work();
        }
        return work;
    }

    private void look() {
        for (int i = 0; i < Lookout.LOOKS && !isBusy() && !idle.hasMore(); i++) {
            Thread.onSpinWait();
        }
    }

    private void sleep() {
        asleep = true;
        VarHandle.fullFence();
        if (!isBusy() && !idle.hasMore() && !crew.isClosed()) {
            idle.forgetBegun();
            LockSupport.park(this);
        }
        asleep = false;
    }

    boolean isBusy() {
        return handover.work() != null;
    }

    /// Leaves work and wakes the worker. One that falls asleep at this very moment is woken when the caller waits for it.
    void give(Share work) {
        handover.leave(work);
        wake();
    }

    void wake() {
        if (asleep) {
            LockSupport.unpark(this);
        }
    }

    /// What the work threw that is done now, of which there is no trace afterwards; null if it threw nothing.
    @Nullable Throwable takeFailure() {
        Throwable taken = failure;
        if (taken != null) {
            failure = null;
        }
        return taken;
    }
}
