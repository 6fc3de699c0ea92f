package dev.cortado.dashboard.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The messages that wait for one viewer: never more than its capacity.
///
/// The lock is held for a few instructions only, never while something is written or a snapshot made.
final class Mailbox {
    static final int CAPACITY = 32;

    private final Supplier<Message> snapshot;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Queue<Message> waiting = new ArrayDeque<>(CAPACITY);
    private boolean behind = true;
    private boolean closed;
    private long covered = Long.MIN_VALUE;

    Mailbox(Supplier<Message> snapshot) {
        this.snapshot = snapshot;
    }

    /// Puts a message in, without waiting for anybody.
    ///
    /// @return how many messages were thrown away: when the box is full, all in it, since a snapshot will say more
    int offer(Message message) {
        lock.lock();
        try {
            if (behind) {
                return 1;
            }
            if (waiting.size() == CAPACITY) {
                int dropped = waiting.size() + 1;
                forget();
                return dropped;
            }
            waiting.add(message);
            arrived.signal();
            return 0;
        } finally {
            lock.unlock();
        }
    }

    /// Lets the next message be a snapshot.
    void fallBehind() {
        lock.lock();
        try {
            forget();
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        waiting.clear();
        behind = true;
        arrived.signal();
    }

    /// The next message; empty if none came in this time, or if the box is closed.
    Optional<Message> take(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!await(patience)) {
                return Optional.empty();
            }
            if (!behind) {
                return Optional.of(waiting.remove());
            }
            behind = false;
        } finally {
            lock.unlock();
        }
        // From here updates are kept again, so none is lost while the snapshot is made; those it covers already are skipped.
        return Optional.of(cover(snapshot.get()));
    }

    private boolean await(Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        while (!closed) {
            while (!waiting.isEmpty() && waiting.element().version() <= covered) {
                waiting.remove();
            }
            if (behind || !waiting.isEmpty()) {
                return true;
            }
            if (nanos <= 0) {
                return false;
            }
            nanos = arrived.awaitNanos(nanos);
        }
        return false;
    }

    private Message cover(Message message) {
        lock.lock();
        try {
            covered = message.version();
        } finally {
            lock.unlock();
        }
        return message;
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
