package dev.cortado.dashboard.web;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A client that sends what no library would let it send.
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
    }

    RawClient send(String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /// All that comes until the server closes.
    String read() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// The status of an answer, after which the server closes.
    int status() throws IOException {
        return Integer.parseInt(read().substring("HTTP/1.1 ".length()).substring(0, 3));
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
