package dev.cortado.dashboard;

import dev.cortado.dashboard.json.Json;
import dev.cortado.dashboard.metrics.Measurements;
import dev.cortado.dashboard.race.Audience;
import dev.cortado.dashboard.race.Catalogue;
import dev.cortado.dashboard.race.RaceSettings;
import dev.cortado.dashboard.race.RaceView;
import dev.cortado.dashboard.race.Racetrack;
import dev.cortado.dashboard.stream.Message;
import dev.cortado.dashboard.stream.Viewers;
import dev.cortado.dashboard.web.WebServer;
import dev.cortado.plugin.Plugins;
import java.net.URI;
import java.time.Duration;

/// A running dashboard: a page on this machine, and the race it shows. Any thread may use it; to be closed.
public final class Dashboard implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Json json = new Json(RaceSettings.class);
    private final Viewers viewers = new Viewers(this::snapshot, HEARTBEAT);
    private final Measurements measurements = new Measurements();
    private final Racetrack track;
    private final WebServer server;

    private Dashboard(int port, Plugins plugins) {
        track = new Racetrack(new Catalogue(plugins), new Announcer(), measurements::training);
        measurements.viewers(viewers::count, viewers::dropped);
        try {
            server = new WebServer(port, track, viewers, measurements, Version.current());
        } catch (RuntimeException e) {
            measurements.close();
            throw e;
        }
    }

    /// Opens a dashboard for the engines and data sets on the class path.
    ///
    /// @param port to listen on, at 127.0.0.1 alone; 0 for any free one
    /// @throws IllegalStateException if the port is taken
    public static Dashboard open(int port) {
        return open(port, Plugins.load());
    }

    /// Opens a dashboard for these plug-ins.
    ///
    /// @param port to listen on, at 127.0.0.1 alone; 0 for any free one
    /// @throws IllegalStateException if the port is taken
    public static Dashboard open(int port, Plugins plugins) {
        return new Dashboard(port, plugins);
    }

    /// Where the page is.
    public URI address() {
        return server.address();
    }

    /// The race it shows.
    public Racetrack track() {
        return track;
    }

    /// Who watches it.
    public Viewers viewers() {
        return viewers;
    }

    /// Starts a race, as the page would.
    ///
    /// @return its number
    public int race(RaceSettings settings) {
        return track.start(settings);
    }

    private Message snapshot() {
        RaceView all = track.latest();
        return new Message(all.version(), "snapshot", () -> json.write(all));
    }

    /// Tells the viewers, who never keep a race waiting.
    private final class Announcer implements Audience {
        @Override
        public void news(RaceView news) {
            viewers.show(new Message(news.version(), "update", () -> json.writePresent(news)));
        }

        @Override
        public void turn() {
            viewers.refresh();
        }
    }

    /// Ends the race, sends all viewers away and stops to listen. No thread is left when it returns.
    @Override
    public void close() {
        track.close();
        server.close();
        measurements.close();
    }

    /// The program: `--help` says what it takes.
    public static void main(String[] args) {
        System.exit(Arguments.run(args));
    }
}
