package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.network.Network;
import dev.cortado.safetensors.SafeTensors;
import dev.cortado.tensor.Randomness;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A training whose process is killed again and again, also while it writes a checkpoint, ends in the very weights of one
/// that was left alone.
@Timeout(300)
class KillTest {
    private static final int KILLS = 20;
    private static final String FILE = "run.safetensors";

    @TempDir
    private Path folder;

    @Test
    void aTrainingKilledTwentyTimesEndsInTheWeightsOfOneLeftAlone() throws Exception {
        Randomness moments = Randomness.seed(System.nanoTime());
        int unfinishedWrites = 0;
        for (int life = 0; life < KILLS; life++) {
            liveFor(1 + (int) moments.uniform(life, 0, 8), moments.uniform(1000L + life, 0, 8));
            unfinishedWrites += countUnfinished();
        }
        assertThat(child(List.of()).waitFor()).isZero();
        Path alone = Files.createDirectory(folder.resolve("alone"));
        train(Checkpoints.to(alone.resolve(FILE)));
        assertThat(contents(folder.resolve(FILE))).isEqualTo(contents(alone.resolve(FILE)));
        assertThat(unfinishedWrites).as("kills while a checkpoint was being written").isPositive();
    }

    /// Kills the child some milliseconds after it has told of so many steps: they are told right before a checkpoint.
    private void liveFor(int steps, double millis) throws Exception {
        Process child = child(List.of());
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < steps; i++) {
                assertThat(lines.readLine()).startsWith("step");
            }
            long end = System.nanoTime() + (long) (millis * 1e6);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(child.isAlive()).as("the training was over before it was killed").isTrue();
            child.destroyForcibly().waitFor();
        }
    }

    private int countUnfinished() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, FILE + ".*.tmp")) {
            for (Path _ : leftovers) {
                count++;
            }
        }
        return count;
    }

    private Process child(List<String> shell) throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), KillTest.class.getName(),
                folder.resolve(FILE).toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(new File(folder.toFile(), "errors"))).start();
    }

    private static Map<String, Object> contents(Path checkpoint) throws IOException {
        SafeTensors read = SafeTensors.read(checkpoint);
        Map<String, Object> contents = new TreeMap<>(read.metadata());
        contents.remove("training.epoch.nanos");
        read.names().forEach(name -> contents.put("tensor " + name, read.tensor(name)));
        return contents;
    }

    @Test
    void aDiskThatIsFullLeavesTheCheckpointBefore() throws Exception {
        Path file = folder.resolve(FILE);
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        train(Checkpoints.to(file), 1);
        Map<String, Object> before = contents(file);
        Process child = child(List.of("/bin/bash", "-c", "ulimit -f 1; exec \"$0\" \"$@\""));
        child.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(child.waitFor()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("errors")))
                .contains("The checkpoint of step 9 could not be written", "the one before is untouched");
        assertThat(contents(file)).isEqualTo(before);
        assertThat(countUnfinished()).isZero();
    }

    /// Trains on, from the checkpoint or from the start, and tells every step.
    public static void main(String[] args) {
        train(Checkpoints.to(Path.of(args[0])).everySteps(1));
    }

    private static void train(Checkpoints checkpoints) {
        train(checkpoints, 30);
    }

    private static void train(Checkpoints checkpoints, int epochs) {
        Network network = Network.input(2).layers("dense(16)", "batch_norm", "activation(tanh)", "dropout(0.2)", "dense(3)")
                .loss("cross_entropy").optimizer("adam(0.02)").build(3);
        Training.of(network, Samples.clouds(100, 1)).batchSize(10).epochs(epochs).seed(9).engine(Samples.ENGINE).validation(0.2)
                .schedule("linear_warmup(100, then=plateau)").earlyStopping(EarlyStopping.patience(1000))
                .checkpoint(checkpoints).resume().listener(event -> {
                    if (event instanceof TrainingEvent.StepDone step && checkpoints.everySteps() > 0) {
                        System.out.println("step " + step.step());
                    }
                }).run();
        network.close();
    }
}
