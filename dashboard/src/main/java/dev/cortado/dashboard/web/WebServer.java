package dev.cortado.dashboard.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cortado.dashboard.json.Json;
import dev.cortado.dashboard.metrics.Measurements;
import dev.cortado.dashboard.race.RaceConflict;
import dev.cortado.dashboard.race.RaceSettings;
import dev.cortado.dashboard.race.Racetrack;
import dev.cortado.dashboard.race.SettingException;
import dev.cortado.dashboard.stream.Viewers;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// The server: routes, files and errors.
public final class WebServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Logger LOG = System.getLogger(WebServer.class.getName());

    private final Json json = new Json(RaceSettings.class);
    private final ImportMap importMap = ImportMap.of(WebServer.class.getClassLoader());
    private final String page = importMap.into(read("/public/index.html"));
    private final ExecutorService requests = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("cortado-request-", 0).factory());
    private final Viewers viewers;
    private final Answers answers;
    private final Javalin server;

    /// Starts to listen.
    ///
    /// @param port to listen on, 0 for any free one
    /// @param version of the toolkit
    /// @throws IllegalStateException if the port is taken
    public WebServer(int port, Racetrack track, Viewers viewers, Measurements measurements, String version) {
        this.viewers = viewers;
        this.answers = new Answers(track, measurements, json, version);
        this.server = Javalin.create(this::configure);
        try {
            server.start(HOST, port);
        } catch (JavalinBindException e) {
            requests.close();
            throw new IllegalStateException(
                    "Port %d is taken: another program listens there. Choose another with --port, or 0 for any free one"
                            .formatted(port), e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = WebServer.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new BadRequests(json)));
        config.jetty.modifyServletContextHandler(this::guard);
        config.http.maxRequestSize = Guard.LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.staticFiles.add("/public", Location.CLASSPATH);
        config.staticFiles.enableWebjars();
        route(config.routes);
        answerErrors(config.routes);
    }

    private void guard(ServletContextHandler everything) {
        FilterHolder guard = new FilterHolder(new Guard(json, importMap.hash()));
        guard.setAsyncSupported(true);
        everything.addFilter(guard, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    /// Few threads of the system look for requests; each request is answered on a virtual one.
    private QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(16, 2);
        threads.setName("cortado-web");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(requests);
        return threads;
    }

    private void route(RoutesConfig routes) {
        routes.before(Guard::checkBody);
        routes.get("/", this::page);
        routes.get("/index.html", this::page);
        routes.get("/api/catalogue", answers::catalogue);
        routes.get("/api/samples", answers::samples);
        routes.get("/api/events", new EventStream(viewers));
        routes.post("/api/race", answers::start);
        routes.post("/api/race/pause", answers::pause);
        routes.post("/api/race/resume", answers::resume);
        routes.post("/api/race/stop", answers::stop);
        routes.get("/metrics", answers::metrics);
    }

    private void page(Context request) {
        request.html(page).header("Cache-Control", "no-cache");
    }

    private void answerErrors(RoutesConfig routes) {
        routes.exception(Refusal.class, (e, request) -> complain(request, e.status(), e.sentence(), null));
        routes.exception(SettingException.class, (e, request) -> complain(request, 400, e.sentence(), e.field()));
        routes.exception(RaceConflict.class, (e, request) -> complain(request, 409, e.sentence(), null));
        routes.exception(JsonProcessingException.class,
                (e, request) -> complain(request, 400, "The body is not JSON: " + e.getOriginalMessage(), null));
        routes.exception(HttpResponseException.class, (e, request) -> complain(request, e.getStatus(), sentence(e), null));
        routes.exception(Exception.class, (e, request) -> {
            LOG.log(Level.ERROR, "%s %s".formatted(request.req().getMethod(), request.path()), e);
            complain(request, 500, "Something went wrong in the server; its log says what", null);
        });
    }

    private static String sentence(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 -> "There is nothing here";
            case 405 -> "This does not take this method";
            case 413 -> "A body has at most %d bytes".formatted(Guard.LARGEST_BODY);
            default -> String.valueOf(e.getMessage());
        };
    }

    private void complain(Context request, int status, String sentence, @Nullable String field) {
        request.status(status).contentType("application/json").result(json.write(new Complaint(sentence, field)));
    }

    /// Where the page is.
    public URI address() {
        return URI.create("http://%s:%d/".formatted(HOST, server.port()));
    }

    /// Sends all viewers away and stops to listen. No thread is left when it returns.
    @Override
    public void close() {
        viewers.close();
        server.stop();
        requests.close();
    }
}
