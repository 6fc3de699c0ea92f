package dev.cortado.dashboard.race;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The traffic lights of a race: any thread sets them, the race's own looks at them between two steps.
final class Lights {
    private enum Colour { GREEN, YELLOW, RED }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Colour colour = Colour.GREEN;

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
