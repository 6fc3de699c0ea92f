package dev.cortado.dashboard.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.dashboard.Patience;
import dev.cortado.dashboard.data.Stripes;
import dev.cortado.network.Network;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingControl;
import dev.cortado.training.TrainingEvent;
import dev.cortado.training.TrainingRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bar for any training, on a terminal that only remembers.
class ProgressBarTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final ProgressBar bar = new ProgressBar(() -> Optional.of(new PrintStream(shown, true, StandardCharsets.UTF_8)));

    private static Network network(String optimizer) {
        return Network.input(1, 3, 3).layers("flatten", "dense(3)").loss("cross_entropy").optimizer(optimizer).build(1);
    }

    private Training training() {
        return Training.of(network("sgd(0.1)"), new Stripes().training()).batchSize(50).epochs(3).listener(bar);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    /// What is to be read in the end, without the blocks and the clock.
    private String last() {
        return shown().substring(shown().lastIndexOf('\r') + 1);
    }

    @Test
    void aTrainingIsShownToItsEnd() {
        training().validation(new Stripes().test()).run();
        assertThat(last()).contains("100%").contains("36/36").contains("epoch 3/3, loss 0.").contains("val ").endsWith(System.lineSeparator());
        assertThat(last()).containsPattern("\\(0:00:\\d\\d / 0:00:\\d\\d\\)");
    }

    @Test
    void aTrainingThatFailsEndsTheBarWhereItIs() {
        Training training = training().listener(event -> {
            if (event instanceof TrainingEvent.StepDone step && step.step() == 18) {
                throw new IllegalStateException("no more");
            }
        });
        assertThatThrownBy(training::run).hasMessage("no more");
        assertThat(last()).contains("50%").contains("18/36").endsWith(System.lineSeparator());
    }

    @Test
    void aTrainingThatIsCancelledEndsTheBarWhereItIs() {
        TrainingControl control = new TrainingControl();
        training().control(control).listener(event -> {
            if (event instanceof TrainingEvent.StepDone step && step.step() == 18) {
                control.cancel();
            }
        }).run();
        assertThat(last()).contains("50%").contains("18/36").endsWith(System.lineSeparator());
    }

    @Test
    void whoTakesTheStepsCloses() {
        try (bar; TrainingRun run = training().start()) {
            run.step();
        }
        assertThat(last()).contains("1/36").endsWith(System.lineSeparator());
        int length = shown().length();
        bar.close();
        assertThat(shown()).hasSize(length);
    }

    @Test
    void aTrainingThatGoesOnStartsWhereItWas() {
        Path file = folder.resolve("checkpoint");
        training().epochs(1).checkpoint(file).run();
        shown.reset();
        Training.of(network("sgd(0.1)"), new Stripes().training()).batchSize(50).epochs(3).checkpoint(file).resume()
                .listener(bar).listener(event -> untilShown(event instanceof TrainingEvent.StepDone)).run();
        assertThat(shown()).containsPattern("^\\r +3\\d%.* 1[23]/36");
        assertThat(last()).contains("36/36");
    }

    private void untilShown(boolean wanted) {
        if (wanted) {
            Patience.await("the bar is drawn", () -> shown.size() > 0);
        }
    }

    @Test
    void withoutATerminalNothingIsShown() {
        assertThat(Terminal.find()).as("no test has a terminal").isEmpty();
        Training.of(network("sgd(0.1)"), new Stripes().training()).listener(new ProgressBar()).run();
    }

    @Test
    void aTerminalThatFailsDoesNotEndTheTraining() {
        ProgressBar broken = new ProgressBar(() -> {
            throw new IllegalStateException("no terminal after all");
        });
        ProgressBar torn = new ProgressBar(() -> Optional.of(new PrintStream(shown) {
            @Override
            public void print(String text) {
                throw new IllegalStateException("torn off");
            }
        }));
        assertThat(training().listener(broken).listener(torn).run()).hasSize(3);
    }
}
