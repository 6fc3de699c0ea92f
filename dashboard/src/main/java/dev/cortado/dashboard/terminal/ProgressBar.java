package dev.cortado.dashboard.terminal;

import dev.cortado.training.TrainingEvent;
import dev.cortado.training.TrainingListener;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Shows on the terminal how far a training is: a bar of its steps, the time gone by and the time left, the epoch with its
/// mean loss so far, and, with a validation set, the accuracy on it after the last epoch (the loss where there are no classes).
///
/// ```text
///  45% │██████▌       │ 2160/4800 (0:00:04 / 0:00:05)  epoch 2/4, loss 0.2121, val 93.07 %
/// ```
///
/// ```java
/// Training.of(network, samples).epochs(10).listener(new ProgressBar()).run();
/// ```
///
/// Without a terminal, and where the output goes to a file or another program, it shows nothing. It never makes a training
/// fail, and makes it wait for a few microseconds a step. The bar ends with the training, however that ends; only who takes
/// steps one by one, and leaves before the last, has to [#close] it. For one training at a time, and for one after the other.
public final class ProgressBar implements TrainingListener, AutoCloseable {
    private static final long NANOS_BETWEEN_MESSAGES = 100_000_000;

    private final Supplier<Optional<PrintStream>> terminal;
    private @Nullable Bar bar;
    private Figures figures = new Figures(0);
    private long told;

    /// A bar on the terminal that this process was started from, if it was.
    public ProgressBar() {
        this(Terminal::find);
    }

    ProgressBar(Supplier<Optional<PrintStream>> terminal) {
        this.terminal = terminal;
    }

    @Override
    public void on(TrainingEvent event) {
        if (event instanceof TrainingEvent.Started started) {
            open(started);
        } else if (bar != null) {
            show(event, bar);
        }
    }

    private void open(TrainingEvent.Started started) {
        close();
        bar = new Bar(terminal, "", started.steps(), (long) started.epochs() * started.stepsPerEpoch());
        figures = new Figures(started.epochs());
    }

    private void show(TrainingEvent event, Bar shown) {
        figures.add(event);
        switch (event) {
            case TrainingEvent.StepDone step -> step(step, shown);
            case TrainingEvent.EpochDone _ -> shown.message(figures.text());
            case TrainingEvent.Paused _ -> shown.pause();
            case TrainingEvent.Resumed _ -> shown.resume();
            case TrainingEvent.Finished _, TrainingEvent.Failed _ -> end(shown);
            case TrainingEvent.Started _, TrainingEvent.Improved _, TrainingEvent.CheckpointWritten _ -> { }
        }
    }

    /// The bar looks at the step ten times a second; to write the figures more often would be for nobody.
    private void step(TrainingEvent.StepDone step, Bar shown) {
        shown.stepTo(step.step());
        long now = System.nanoTime();
        if (now - told >= NANOS_BETWEEN_MESSAGES) {
            told = now;
            shown.message(figures.text());
        }
    }

    private void end(Bar shown) {
        shown.message(figures.text());
        close();
    }

    /// Ends the bar where it is; a training that starts later gets a new one.
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
