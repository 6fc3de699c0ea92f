package dev.cortado.dashboard.terminal;

import dev.cortado.dashboard.race.Audience;
import dev.cortado.dashboard.race.LaneView;
import dev.cortado.dashboard.race.Progress;
import dev.cortado.dashboard.race.RaceView;
import java.io.Console;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far a race is: a bar on the terminal, and nothing where there is none.
final class Bar implements Audience, AutoCloseable {
    private final Map<String, Progress> progress = new TreeMap<>();
    private @Nullable ProgressBar bar;

    @Override
    public void news(RaceView news) {
        for (LaneView lane : news.lanes()) {
            if (lane.progress() != null) {
                progress.put(lane.engine(), lane.progress());
            }
        }
        if (bar == null && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            bar = new ProgressBarBuilder().setTaskName("steps").setUpdateIntervalMillis(100)
                    .setInitialMax(progress.values().stream().mapToLong(Progress::steps).sum())
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK).build();
        }
        if (bar != null) {
            bar.stepTo(progress.values().stream().mapToLong(Progress::step).sum());
            bar.setExtraMessage(progress.values().stream().map(each -> String.format(Locale.ROOT, "%.4f", each.loss()))
                    .collect(Collectors.joining(", ", " loss ", "")));
        }
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
