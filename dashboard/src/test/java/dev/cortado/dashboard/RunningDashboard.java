package dev.cortado.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.BooleanSupplier;

/// A real dashboard on a free port, and a client to talk to it.
public final class RunningDashboard implements AutoCloseable {
    private final Dashboard dashboard = Dashboard.open(0);
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningDashboard() {
    }

    public static RunningDashboard start() {
        return new RunningDashboard();
    }

    public Dashboard dashboard() {
        return dashboard;
    }

    public URI uri(String path) {
        return dashboard.address().resolve(path);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /// Posts JSON.
    public HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpClient client() {
        return client;
    }

    /// Waits until something is so; fails when it never is.
    public void await(String what, BooleanSupplier condition) {
        Patience.await(what, condition);
    }

    @Override
    public void close() {
        dashboard.close();
        client.shutdownNow();
    }
}
