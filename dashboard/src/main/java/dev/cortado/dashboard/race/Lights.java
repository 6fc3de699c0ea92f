package dev.cortado.dashboard.race;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The traffic lights of a race: any thread sets them, the race's own looks at them between two steps.
final class Lights {
    private enum Colour { GREEN, YELLOW, RED }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final long patience;
    private volatile Colour colour = Colour.GREEN;
    private volatile long redSince;

    /// Green.
    ///
    /// @param patience how long whoever stops a race waits to hear what it has come to
    Lights(Duration patience) {
        this.patience = patience.toNanos();
    }

    void pause() {
        set(Colour.YELLOW);
    }

    void resume() {
        set(Colour.GREEN);
    }

    void stop() {
        set(Colour.RED);
    }

    private void set(Colour next) {
        lock.lock();
        try {
            if (colour != Colour.RED) {
                redSince = System.nanoTime();
                colour = next;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean green() {
        return colour == Colour.GREEN;
    }

    boolean red() {
        return colour == Colour.RED;
    }

    /// To be asked between two pieces of work that only look at what has been learned.
    ///
    /// @throws CancellationException if they have been red for longer than anybody wants to wait
    void requirePatience() {
        if (red() && System.nanoTime() - redSince >= patience) {
            throw new CancellationException("The race was stopped");
        }
    }

    /// Waits until it is no longer yellow.
    void awaitResumed() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (colour == Colour.YELLOW) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a point in time, or until the lights change.
    void awaitTime(long nanoTime) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanoTime - System.nanoTime();
            while (colour == Colour.GREEN && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
