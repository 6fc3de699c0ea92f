package dev.cortado.dashboard.terminal;

import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar on a terminal, with the time gone by and the time left; nothing where there is no terminal. Should the terminal fail,
/// the bar is over, and whoever it stands for goes on.
final class Bar implements AutoCloseable {
    private static final int MILLIS_BETWEEN_UPDATES = 100;

    private me.tongfei.progressbar.@Nullable ProgressBar shown;
    private @Nullable Line line;

    /// @param from the steps that were taken before, which say nothing about the time left
    Bar(Supplier<Optional<PrintStream>> terminal, String task, long from, long steps) {
        try {
            line = terminal.get().map(Line::new).orElse(null);
            shown = line == null ? null : show(line, task, from, steps);
        } catch (RuntimeException | LinkageError e) {
            giveUp(e);
        }
    }

    private static me.tongfei.progressbar.ProgressBar show(Line line, String task, long from, long steps) {
        return new ProgressBarBuilder().setTaskName(task).setInitialMax(steps).startsFrom(from, Duration.ZERO)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES).setStyle(line.style()).setConsumer(line).build();
    }

    void stepTo(long step) {
        carefully(bar -> bar.stepTo(step));
    }

    void message(String text) {
        carefully(bar -> bar.setExtraMessage(" " + text));
    }

    void pause() {
        carefully(bar -> bar.pause());
    }

    void resume() {
        carefully(bar -> bar.resume());
    }

    @Override
    public void close() {
        carefully(bar -> bar.close());
        carefully(_ -> endLine());
        shown = null;
    }

    /// The library does not end the line of a bar that is closed before it was first drawn.
    private void endLine() {
        if (line != null && line.open) {
            line.close();
        }
    }

    private void carefully(Consumer<me.tongfei.progressbar.ProgressBar> action) {
        try {
            if (shown != null) {
                action.accept(shown);
            }
        } catch (RuntimeException | LinkageError e) {
            giveUp(e);
        }
    }

    private void giveUp(Throwable cause) {
        shown = null;
        System.getLogger(Bar.class.getName()).log(Level.DEBUG, "No more progress is shown", cause);
    }

    /// The line of the terminal that is written over.
    private static final class Line extends ConsoleProgressBarConsumer {
        private final Charset charset;
        private volatile boolean open = true;
        private volatile int width;

        Line(PrintStream out) {
            super(out);
            this.charset = out.charset();
        }

        /// Blocks where the terminal can show them.
        ProgressBarStyle style() {
            return charset.newEncoder().canEncode('█') ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII;
        }

        /// Asked once: where the library has no native code, it starts a process to measure the terminal.
        @Override
        public int getMaxRenderedLength() {
            if (width == 0) {
                width = super.getMaxRenderedLength();
            }
            return width;
        }

        @Override
        public void close() {
            open = false;
            super.close();
        }
    }
}
