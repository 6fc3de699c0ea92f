package dev.cortado.dashboard.stream;

import java.io.IOException;

/// The way to one viewer.
@FunctionalInterface
public interface Wire {
    /// Sends bytes, and waits until they are on their way.
    ///
    /// @throws IOException if the viewer is gone
    void send(byte[] bytes) throws IOException;
}
