package dev.cortado.engine.vector.team;

import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Whose workers they are, as these see it: it may sleep until one of them is done, and it may have gone.
final class Owner {
    private final Lookout lookout;
    private volatile @Nullable Thread sleeper;
    private volatile boolean closed;

    /// @param lookout how long it looks out before it goes to sleep
    Owner(Lookout lookout) {
        this.lookout = lookout;
    }

    void awaitDone(Worker worker) {
        if (!worker.isBusy()) {
            return;
        }
        long begin = System.nanoTime();
        while (worker.isBusy()) {
            // It may have fallen asleep just when it was given this.
            worker.wake();
            if (lookout.goesOn(begin)) {
                for (int i = 0; i < Lookout.LOOKS && worker.isBusy(); i++) {
                    Thread.onSpinWait();
                }
            } else {
                sleepUntilDone(worker);
            }
        }
    }

    /// The worker may have gone to sleep before it could see its work, when the owner could not see that it had: after the fences of both, one of them does.
    private void sleepUntilDone(Worker worker) {
        sleeper = Thread.currentThread();
        VarHandle.fullFence();
        worker.wake();
        if (worker.isBusy()) {
            LockSupport.park(this);
        }
        sleeper = null;
    }

    /// Wakes the owner, should it sleep until a worker is done: to be called by one that is, after whose fence and the owner's one of them sees what the other did last.
    void wake() {
        VarHandle.fullFence();
        LockSupport.unpark(sleeper);
    }

    /// Says that there will be no more work. Workers that sleep are to be woken.
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
