package dev.cortado.dashboard.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// All who watch.
public final class Viewers implements AutoCloseable {
    private static final byte[] TICK = Message.frame("tick", "{}");

    private final Supplier<Message> snapshot;
    private final Duration heartbeat;
    private final Set<Mailbox> mailboxes = ConcurrentHashMap.newKeySet();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closed;

    /// Nobody watches yet.
    ///
    /// @param snapshot makes a message that tells everything up to now; called on the viewers' threads
    /// @param heartbeat after how long a silence a viewer is sent an empty event, which also finds out whether it is still there
    public Viewers(Supplier<Message> snapshot, Duration heartbeat) {
        this.snapshot = snapshot;
        this.heartbeat = heartbeat;
    }

    /// Tells all viewers, and returns at once.
    public void show(Message update) {
        for (Mailbox mailbox : mailboxes) {
            dropped.addAndGet(mailbox.offer(update));
        }
    }

    /// Has all viewers be told everything anew.
    public void refresh() {
        mailboxes.forEach(Mailbox::fallBehind);
    }

    /// Keeps one viewer up to date, on the calling thread, until it is gone or all are closed.
    ///
    /// @param greeting what to send before anything else
    public void serve(byte[] greeting, Wire wire) throws InterruptedException {
        Mailbox mailbox = new Mailbox(snapshot);
        mailboxes.add(mailbox);
        try {
            wire.send(greeting);
            while (!closed && !mailbox.closed()) {
                wire.send(mailbox.take(heartbeat).map(Message::frame).orElse(TICK));
            }
        } catch (IOException gone) {
            // A viewer says goodbye by not being there any more.
        } finally {
            mailboxes.remove(mailbox);
        }
    }

    /// How many watch.
    public int count() {
        return mailboxes.size();
    }

    /// How many messages were thrown away because a viewer did not keep up; a snapshot took their place.
    public long dropped() {
        return dropped.get();
    }

    /// How many messages wait for the slowest viewer.
    public int longestQueue() {
        return mailboxes.stream().mapToInt(Mailbox::size).max().orElse(0);
    }

    /// Sends everybody away.
    @Override
    public void close() {
        closed = true;
        mailboxes.forEach(Mailbox::close);
    }
}
