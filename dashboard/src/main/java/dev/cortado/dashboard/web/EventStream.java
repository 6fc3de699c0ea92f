package dev.cortado.dashboard.web;

import dev.cortado.dashboard.stream.Viewers;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The stream of events to one page: server-sent events, on the thread of the request itself. That is a virtual one, so it may
/// wait as long as the page is there.
///
/// Written by hand on the response, not through Javalin's client or its asynchronous requests: so the bytes of a message are
/// made once for all viewers, the browser is told how soon to come back, and a viewer that is gone is just an exception here.
/// (Javalin 7.2.3 works on with an asynchronous request that Jetty has taken back, for ever.)
final class EventStream implements Handler {
    private static final byte[] RETRY = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);

    private final Viewers viewers;

    EventStream(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public void handle(Context request) throws IOException, InterruptedException {
        HttpServletResponse response = request.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        ServletOutputStream out = response.getOutputStream();
        viewers.serve(RETRY, bytes -> {
            out.write(bytes);
            out.flush();
        });
    }
}
