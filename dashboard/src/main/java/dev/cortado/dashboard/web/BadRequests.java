package dev.cortado.dashboard.web;

import dev.cortado.dashboard.json.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers for Jetty what is no request at all, and so reaches neither the guard nor a route: a path that leads out of the
/// server, or one that cannot be read. The client hears of it as of any other error.
final class BadRequests extends ErrorHandler {
    private final Json json;

    BadRequests(Json json) {
        this.json = json;
    }

    @Override
    protected void generateResponse(Request request, Response response, int code, @Nullable String message,
            @Nullable Throwable cause, Callback callback) {
        Guard.HEADERS.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        String sentence = "This is no request that the server can answer: " + message;
        Content.Sink.write(response, true, json.write(new Complaint(sentence, null)), callback);
    }
}
