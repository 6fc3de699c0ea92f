package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.network.Network;
import dev.cortado.training.TrainingEvent.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Ending a training before its time, and letting it wait.
@Timeout(60)
class ControlTest {
    @TempDir
    private Path folder;

    private static Training forever(Network network) {
        return Training.of(network, Samples.XOR).batchSize(4).epochs(Integer.MAX_VALUE).engine(Samples.ENGINE);
    }

    @Test
    void aTrainingIsPausedResumedAndCancelledFromAnotherThread() throws Exception {
        TrainingControl control = new TrainingControl();
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch resumed = new CountDownLatch(1);
        AtomicLong steps = new AtomicLong();
        Training training = forever(Samples.mlp(1)).control(control).listener(event -> {
            switch (event) {
                case TrainingEvent.Paused _ -> paused.countDown();
                case TrainingEvent.Resumed _ -> resumed.countDown();
                case TrainingEvent.StepDone step -> steps.set(step.step());
                default -> { }
            }
        });
        try (ExecutorService executor = Executors.newSingleThreadExecutor(); TrainingRun run = training.start()) {
            control.pause();
            Future<?> end = executor.submit(run::run);
            paused.await();
            assertThat(steps).hasValue(0);
            control.resume();
            resumed.await();
            while (steps.get() < 3) {
                Thread.onSpinWait();
            }
            control.cancel();
            end.get();
            assertThat(run.ending()).contains(Ending.CANCELLED);
            assertThat(run.steps()).isEqualTo(steps.get());
            assertThat(run.step()).isFalse();
        }
    }

    @Test
    void aListenerMayCancel() {
        TrainingControl control = new TrainingControl();
        List<TrainingEvent> told = new ArrayList<>();
        forever(Samples.mlp(1)).control(control).listener(told::add).listener(event -> {
            if (event instanceof TrainingEvent.StepDone step && step.step() == 5) {
                control.cancel();
            }
        }).run();
        assertThat(told.getLast()).isEqualTo(new TrainingEvent.Finished(5, Ending.CANCELLED));
    }

    @Test
    void anInterruptedPauseEndsTheTraining() {
        TrainingControl control = new TrainingControl();
        control.pause();
        try (TrainingRun run = forever(Samples.mlp(1)).control(control).start()) {
            Thread.currentThread().interrupt();
            run.run();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(run.ending()).contains(Ending.CANCELLED);
            assertThat(run.steps()).isZero();
        }
    }

    @Test
    void anInterruptedThreadEndsTheTrainingAfterItsStepAndStaysInterrupted() {
        List<TrainingEvent> told = new ArrayList<>();
        forever(Samples.mlp(1)).listener(event -> {
            told.add(event);
            if (event instanceof TrainingEvent.StepDone done && done.step() == 3) {
                Thread.currentThread().interrupt();
            }
        }).run();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told.getLast()).isEqualTo(new TrainingEvent.Finished(3, Ending.CANCELLED));
    }

    @Test
    void aTrainingThatHasBeenClosedSaysSo() {
        TrainingRun run = forever(Samples.mlp(1)).start();
        run.step();
        run.close();
        assertThatThrownBy(run::step).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed after step 1");
    }

    @Test
    void aTrainingThatIsInterruptedInAPauseSavesWhatItHas() {
        TrainingControl control = new TrainingControl();
        Path file = folder.resolve("run.safetensors");
        try (TrainingRun run = forever(Samples.mlp(1)).control(control).checkpoint(Checkpoints.to(file).everySteps(100)).start()) {
            run.step();
            run.step();
            control.pause();
            Thread.currentThread().interrupt();
            run.run();
            assertThat(Thread.interrupted()).isTrue();
        }
        try (TrainingRun resumed = forever(Samples.mlp(1)).checkpoint(file).resume().start()) {
            assertThat(resumed.steps()).isEqualTo(2);
        }
    }

    @Test
    void aTimeLimitOfManyLivesIsNone() {
        for (Duration limit : new Duration[] {Duration.ofDays(200_000), Duration.ofSeconds(Long.MAX_VALUE)}) {
            try (TrainingRun run = forever(Samples.mlp(1)).timeLimit(limit).start()) {
                assertThat(run.step()).isTrue();
                assertThat(run.finished()).isFalse();
            }
        }
    }

    @Test
    void aTimeLimitEndsTheTrainingAfterAStep() {
        try (TrainingRun run = forever(Samples.mlp(1)).timeLimit(Duration.ofMillis(30)).start()) {
            run.run();
            assertThat(run.ending()).contains(Ending.TIME_OVER);
            assertThat(run.steps()).isPositive();
        }
        assertThatThrownBy(() -> forever(Samples.mlp(1)).timeLimit(Duration.ZERO)).hasMessageContaining("longer than 0");
    }
}
