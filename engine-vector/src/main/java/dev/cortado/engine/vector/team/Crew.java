package dev.cortado.engine.vector.team;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A team's threads: workers, and whoever gives them work and waits for them.
///
/// Of the [Team] it knows nothing but what its work tells, and that it lets go of: so a team that was forgotten can be told from one that waits.
final class Crew implements AutoCloseable {
    private final int size;
    private final Lookout lookout;
    private final IdleSlot idle = new IdleSlot();
    private Worker[] workers = {};
    private volatile @Nullable Thread sleeper;
    private volatile boolean closed;

    /// @param size how many threads, the caller's included; at least 1
    Crew(int size) {
        this.size = size;
        lookout = new Lookout(size);
    }

    /// Starts the workers; false if there are none to start.
    ///
    /// @throws IllegalStateException if it is closed
    boolean start() {
        if (closed) {
            throw new IllegalStateException("The engine has been closed and can compute no more");
        }
        if (workers.length == size - 1) {
            return false;
        }
        while (workers.length < size - 1) {
            Worker next = new Worker(workers.length + 1, this, lookout, idle);
            next.start();
            workers = Arrays.copyOf(workers, workers.length + 1);
            workers[workers.length - 1] = next;
        }
        return true;
    }

    /// Does all shares, each on a thread of its own, and returns when the last is done. The workers must have started.
    ///
    /// @param ahead what they may do from now on while they wait; null if that is nothing new
    void run(Share work, @Nullable IdleWork ahead) {
        for (Worker worker : workers) {
            worker.give(work);
        }
        if (ahead != null) {
            idle.open(ahead);
            // Who had done its share before it could see this may sleep by now.
            for (Worker worker : workers) {
                worker.wake();
            }
        }
        Throwable failure = Worker.attempt(work, 0);
        for (Worker worker : workers) {
            awaitDone(worker);
            Throwable theirs = worker.takeFailure();
            failure = failure == null ? theirs : failure;
        }
        rethrow(failure);
    }

    void forget(IdleWork work) {
        idle.forget(work);
    }

    private void awaitDone(Worker worker) {
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

    /// The worker may have gone to sleep before it could see its work, when the caller could not see that it had: after the fences of both, one of them does.
    private void sleepUntilDone(Worker worker) {
        sleeper = Thread.currentThread();
        VarHandle.fullFence();
        worker.wake();
        if (worker.isBusy()) {
            LockSupport.park(this);
        }
        sleeper = null;
    }

    /// Wakes the caller, should it sleep until a worker is done. To be called by one that is: after the fences of both, one of them sees what the other did last.
    void wakeCaller() {
        VarHandle.fullFence();
        LockSupport.unpark(sleeper);
    }

    static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> { }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    /// Ends the workers.
    @Override
    public void close() {
        closed = true;
        for (Worker worker : workers) {
            LockSupport.unpark(worker);
        }
    }

    boolean isClosed() {
        return closed;
    }
}
