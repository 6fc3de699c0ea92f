package dev.cortado.dashboard.stream;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One server-sent event for any number of viewers. It is written as text by the first thread that sends it, and then kept:
/// where nobody watches nothing is written, and whoever announces it does no such work.
public final class Message {
    private final long version;
    private final String event;
    private final Supplier<String> data;
    private byte @Nullable [] frame;

    /// A message to be written when it is needed.
    ///
    /// @param version of what it tells; a snapshot covers all updates up to its own version
    /// @param event its name
    /// @param data its data: one line, such as JSON without line breaks
    public Message(long version, String event, Supplier<String> data) {
        this.version = version;
        this.event = event;
        this.data = data;
    }

    /// The state of what is told after this message.
    public long version() {
        return version;
    }

    /// The bytes of the event as they go over the wire.
    synchronized byte[] frame() {
        byte[] present = frame;
        if (present == null) {
            present = frame(event, data.get());
            frame = present;
        }
        return present;
    }

    static byte[] frame(String event, String data) {
        return ("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
