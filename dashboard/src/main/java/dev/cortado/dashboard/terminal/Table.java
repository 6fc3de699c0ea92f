package dev.cortado.dashboard.terminal;

import dev.cortado.dashboard.race.EpochRow;
import java.util.List;
import java.util.Locale;

/// The rows of a race as text in columns.
final class Table {
    private Table() {
    }

    static String of(List<EpochRow> rows) {
        StringBuilder text = new StringBuilder(
                "%-12s%6s%12s%10s%10s%12s%n".formatted("engine", "epoch", "loss", "accuracy", "seconds", "samples/s"));
        String engine = "";
        for (EpochRow row : rows) {
            if (!row.engine().equals(engine) && !engine.isEmpty()) {
                text.append(System.lineSeparator());
            }
            engine = row.engine();
            text.append(String.format(Locale.ROOT, "%-12s%6d%12.5f%10s%10.3f%12.0f%n", engine, row.epoch(), row.loss(),
                    accuracy(row.accuracy()), row.seconds(), row.samplesPerSecond()));
        }
        return text.toString();
    }

    private static String accuracy(double accuracy) {
        return Double.isNaN(accuracy) ? "–" : String.format(Locale.ROOT, "%.4f", accuracy);
    }
}
