package dev.cortado.dashboard.terminal;

import dev.cortado.dashboard.json.Json;
import dev.cortado.dashboard.race.Catalogue;
import dev.cortado.dashboard.race.EpochRow;
import dev.cortado.dashboard.race.RaceSettings;
import dev.cortado.dashboard.race.RaceState;
import dev.cortado.dashboard.race.Racetrack;
import java.io.PrintWriter;
import java.util.List;

/// A race without a server.
public final class HeadlessRace {
    private final Catalogue catalogue;
    private final PrintWriter out;
    private final PrintWriter err;
    private final RaceBar bar = new RaceBar(Terminal::find);

    /// A race that is still to be run.
    ///
    /// @param catalogue what can be raced
    /// @param out where the table goes
    /// @param err where failures go
    public HeadlessRace(Catalogue catalogue, PrintWriter out, PrintWriter err) {
        this.catalogue = catalogue;
        this.out = out;
        this.err = err;
    }

    /// Runs it, and prints how it went.
    ///
    /// @param json whether the table is printed as one JSON object a line
    /// @return whether it came to its end
    public boolean run(RaceSettings settings, boolean json) {
        try (Racetrack track = new Racetrack(catalogue, bar, _ -> _ -> { })) {
            List<EpochRow> rows = runToTheEnd(track, settings);
            print(rows, json);
            return finished(track);
        }
    }

    private List<EpochRow> runToTheEnd(Racetrack track, RaceSettings settings) {
        try (bar) {
            return track.run(settings.unpaced());
        }
    }

    private void print(List<EpochRow> rows, boolean json) {
        if (json) {
            Json lines = new Json();
            rows.forEach(row -> out.println(lines.write(row)));
        } else {
            out.print(Table.of(rows));
        }
        out.flush();
    }

    private boolean finished(Racetrack track) {
        if (track.latest().state() == RaceState.FINISHED) {
            return true;
        }
        err.println(track.latest().message());
        err.flush();
        return false;
    }
}
