package dev.cortado.dashboard.terminal;

import dev.cortado.dashboard.race.Audience;
import dev.cortado.dashboard.race.LaneView;
import dev.cortado.dashboard.race.Progress;
import dev.cortado.dashboard.race.RaceView;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far a race is, all lanes together.
final class RaceBar implements Audience, AutoCloseable {
    private final Supplier<Optional<PrintStream>> terminal;
    private final Map<String, Progress> progress = new TreeMap<>();
    private @Nullable Bar bar;

    RaceBar(Supplier<Optional<PrintStream>> terminal) {
        this.terminal = terminal;
    }

    @Override
    public void news(RaceView news) {
        for (LaneView lane : news.lanes()) {
            if (lane.progress() != null) {
                progress.put(lane.engine(), lane.progress());
            }
        }
        if (bar == null) {
            bar = new Bar(terminal, "race", 0, progress.values().stream().mapToLong(Progress::steps).sum());
        }
        bar.stepTo(progress.values().stream().mapToLong(Progress::step).sum());
        bar.message(progress.values().stream().map(each -> String.format(Locale.ROOT, "%.4f", each.loss()))
                .collect(Collectors.joining(", ", "loss ", "")));
    }

    @Override
    public void turn() {
        // The bar shows steps alone.
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
