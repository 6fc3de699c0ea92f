package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.data.Dataset;
import dev.cortado.data.TensorDataset;
import dev.cortado.layer.Dense;
import dev.cortado.network.Network;
import dev.cortado.plugin.Plugins;
import dev.cortado.safetensors.SafeTensors;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A training that is stopped anywhere and resumed ends as if it had never stopped.
class ResumeTest {
    private static final Dataset CLOUDS = Samples.clouds(60, 1);
    private static final Dataset PICTURES = pictures(38);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("run.safetensors");
    }

    private static Network network() {
        return Network.input(2).layers("dense(8)", "batch_norm", "activation(tanh)", "dropout(0.2)", "dense(3)")
                .loss("cross_entropy").optimizer("adam(0.02)").build(3);
    }

    /// Five steps an epoch, of which there are six.
    private Training training(Network network, Path to) {
        return Training.of(network, CLOUDS).batchSize(10).epochs(6).seed(9).engine(Samples.ENGINE).validation(0.2)
                .schedule("plateau(patience=1)").earlyStopping(EarlyStopping.patience(100))
                .checkpoint(to);
    }

    private static void take(Training training, int steps) {
        try (TrainingRun run = training.resume().start()) {
            for (int i = 0; i < steps; i++) {
                assertThat(run.step()).isTrue();
            }
        }
    }

    /// Everything in a checkpoint but how long the epoch took.
    private static Map<String, Object> contents(Path checkpoint) {
        try {
            SafeTensors read = SafeTensors.read(checkpoint);
            Map<String, Object> contents = new TreeMap<>(read.metadata());
            contents.remove("training.epoch.nanos");
            read.names().forEach(name -> contents.put("tensor " + name, read.tensor(name)));
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTrainingStoppedAfterAnyStepEndsAsIfItHadNeverStopped() {
        Network whole = network();
        Path other = folder.resolve("whole.safetensors");
        var history = training(whole, other).run();
        for (int stop = 1; stop < 30; stop += 7) {
            Path mine = folder.resolve(stop + ".safetensors");
            take(training(network(), mine).checkpoint(Checkpoints.to(mine).everySteps(stop)), stop);
            Network resumed = network();
            var rest = training(resumed, mine).resume().run();
            assertThat(contents(mine)).isEqualTo(contents(other));
            assertThat(Samples.values(resumed)).isEqualTo(Samples.values(whole));
            assertThat(rest.getLast().training()).isEqualTo(history.getLast().training());
        }
    }

    /// What is drawn by seed and step: the order, the shifts, dropout's masks, and what they are laid on.
    @Test
    void shiftsDropoutAndScheduleGoOnInTheMiddleOfAnEpoch() {
        Network whole = reader();
        Path other = folder.resolve("whole.safetensors");
        shifted(whole, other).run();
        for (int stop : new int[] {1, 4, 7, 11, 13}) {
            Path mine = folder.resolve(stop + ".safetensors");
            take(shifted(reader(), mine).checkpoint(Checkpoints.to(mine).everySteps(1)), stop);
            Network resumed = reader();
            shifted(resumed, mine).resume().run();
            assertThat(contents(mine)).isEqualTo(contents(other));
            assertThat(Samples.values(resumed)).isEqualTo(Samples.values(whole));
        }
        Network unshifted = reader();
        shifting(unshifted, "random_shift(0)", folder.resolve("unshifted.safetensors")).run();
        assertThat(Samples.values(unshifted)).isNotEqualTo(Samples.values(whole));
    }

    private static Network reader() {
        return Network.input(1, 6, 6).layers("conv2d(3, 3, padding=same, activation=relu)", "batch_norm", "max_pool2d(2)", "dropout(0.3)", "flatten",
                "dense(2)").loss("cross_entropy").optimizer("adamw(0.01)").build(3);
    }

    /// Five steps an epoch, of two mini-batches each, and three epochs.
    private static Training shifted(Network network, Path to) {
        return shifting(network, "random_shift(2)", to);
    }

    private static Training shifting(Network network, String shift, Path to) {
        return Training.of(network, PICTURES).batchSize(4).accumulate(2).epochs(3).seed(9).engine(Samples.ENGINE).augmentation(shift)
                .schedule("linear_warmup(4, then=cosine)").checkpoint(to);
    }

    private static Dataset pictures(int count) {
        Tensor inputs = Tensor.zeros(Shape.of(count, 1, 6, 6));
        Tensor targets = Tensor.zeros(Shape.of(count, 2));
        for (int i = 0; i < inputs.elements(); i++) {
            inputs.data()[i] = (float) Randomness.seed(4).normal(i);
        }
        for (int row = 0; row < count; row++) {
            targets.data()[2 * row + row % 2] = 1;
        }
        return TensorDataset.of(inputs, targets);
    }

    @Test
    void aTrainingThatIsOverStaysOver() {
        Network first = network();
        training(first, file).run();
        Network again = network();
        try (TrainingRun run = training(again, file).resume().start()) {
            assertThat(run.step()).isFalse();
            assertThat(run.ending()).contains(TrainingEvent.Ending.EPOCHS_DONE);
        }
        assertThat(Samples.values(again)).isEqualTo(Samples.values(first));
        List<TrainingEvent.EpochDone> more = training(again, file).resume().epochs(8).run();
        assertThat(more).extracting(TrainingEvent.EpochDone::epoch).containsExactly(7, 8);
    }

    @Test
    void withoutAFileItStartsAnewAndWithoutResumeAlways() {
        Network whole = network();
        training(whole, file).resume().run();
        Network again = network();
        assertThat(training(again, file).run()).hasSize(6);
        assertThat(Samples.values(again)).isEqualTo(Samples.values(whole));
    }

    @Test
    void aCheckpointIsAModelFile() throws IOException {
        Network trained = network();
        training(trained, file).earlyStopping(EarlyStopping.patience(100).keepingLast()).run();
        Network loaded = Network.load(file, Plugins.load());
        assertThat(Samples.values(loaded)).isEqualTo(Samples.values(trained));
    }

    @Test
    void theBestIsWrittenWheneverThereIsABetterOne() {
        Path best = folder.resolve("best.safetensors");
        List<TrainingEvent> told = new ArrayList<>();
        Network network = network();
        training(network, file).checkpoint(Checkpoints.to(file).everyEpochs(2).best(best)).listener(told::add).run();
        long improvements = told.stream().filter(TrainingEvent.Improved.class::isInstance).count();
        assertThat(told.stream().filter(event -> event instanceof TrainingEvent.CheckpointWritten at && at.file().equals(best)))
                .hasSize((int) improvements);
        assertThat(told.stream().filter(event -> event instanceof TrainingEvent.CheckpointWritten at && at.file().equals(file)))
                .hasSize(3);
        Map<String, Object> contents = contents(best);
        network.parameters().forEach(each -> assertThat(contents).containsEntry("tensor " + each.name(), each.value()));
    }

    @Test
    void anotherTrainingIsRefusedWithBothFacts() {
        take(training(network(), file), 5);
        refused(training(network(), file).batchSize(11), "batch size is 10, this one's is 11");
        refused(training(network(), file).seed(10), "data is", "this one's is");
        refused(training(network(), file).schedule("cosine"), "schedule is plateau(patience=1), this one's is cosine");
        refused(training(network(), file).data(Samples.clouds(60, 2)), "data is 48 samples of [2] and [3] with checksum");
        refused(training(network(), file).data(Samples.clouds(80, 1)), "48 samples", "64 samples");
        Network other = Network.input(2).layers("dense(3)").loss("cross_entropy").build(1);
        refused(training(other, file), "its network is", "batch_norm");
        Network frozen = network();
        frozen.freeze("0");
        refused(training(frozen, file), "frozen parameters is [], this one's is [0.weight, 0.bias]");
    }

    private static void refused(Training training, String... facts) {
        assertThatThrownBy(() -> training.resume().start()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another training").hasMessageContainingAll(facts);
    }

    @Test
    void aDamagedCheckpointGivesWayToThePreviousOne() throws IOException {
        Network whole = network();
        training(whole, folder.resolve("whole.safetensors")).run();
        take(training(network(), file).checkpoint(Checkpoints.to(file).everySteps(3)), 12);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, 8, 100, bytes.length - 1}) {
            Path mine = folder.resolve(length + ".safetensors");
            Files.copy(folder.resolve("run.safetensors.previous"), folder.resolve(length + ".safetensors.previous"));
            Files.write(mine, Arrays.copyOf(bytes, length));
            Network resumed = network();
            try (TrainingRun run = training(resumed, mine).resume().start()) {
                assertThat(run.steps()).isEqualTo(9);
                run.run();
            }
            assertThat(Samples.values(resumed)).isEqualTo(Samples.values(whole));
        }
    }

    @Test
    void filesThatAreNoCheckpointsAreSaidToBeSo() throws IOException {
        Files.writeString(file, "not a checkpoint at all");
        assertThatThrownBy(() -> training(network(), file).resume().start()).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("run.safetensors").hasMessageContaining("no previous one");
        network().save(file);
        assertThatThrownBy(() -> training(network(), file).resume().start()).hasMessageContaining("is no checkpoint of a training");
        SafeTensors.write(file, new LinkedHashMap<>(Map.of("x", Tensor.zeros(Shape.of(1)))), Map.of());
        assertThatThrownBy(() -> training(network(), file).resume().start()).hasMessageContaining("is no checkpoint of a training");
    }

    @Test
    void placesThatCannotBeWrittenToAreRefusedAtTheStart() throws IOException {
        assertThatThrownBy(() -> training(network(), folder.resolve("nowhere/run.safetensors")).start())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nowhere").hasMessageContaining("no folder");
        Path plain = Files.writeString(folder.resolve("plain"), "x");
        assertThatThrownBy(() -> training(network(), plain.resolve("run.safetensors")).start()).hasMessageContaining("plain");
        assertThatThrownBy(() -> training(network(), folder).start()).hasMessageContaining("it is a folder");
        assertThatThrownBy(() -> Training.of(network(), CLOUDS).engine(Samples.ENGINE).resume().start())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("checkpoint(…)");
        assertThatThrownBy(() -> Training.of(network(), CLOUDS).engine(Samples.ENGINE)
                .checkpoint(Checkpoints.to(file).best(folder.resolve("b"))).start()).hasMessageContaining("earlyStopping(…)");
        assertThatThrownBy(() -> Checkpoints.to(file).everySteps(-1)).hasMessageContaining("-1 steps");
    }

    @Test
    void aNetworkThatNoFileCanTellOfIsRefusedAtTheStart() {
        Network network = Network.input(2).layer(new Dense(3, x -> x.times(2))).loss("cross_entropy").build(1);
        assertThatThrownBy(() -> Training.of(network, CLOUDS).engine(Samples.ENGINE).checkpoint(file).start())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("run.safetensors").hasMessageContaining("not a record");
    }

    @Test
    void aCheckpointThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
        take(training(network(), file), 5);
        Map<String, Object> before = contents(file);
        try (TrainingRun run = training(network(), file).checkpoint(Checkpoints.to(file).everySteps(1)).resume().start()) {
            Path blocked = Files.createDirectory(folder.resolve("run.safetensors.previous.tmp"));
            Files.writeString(blocked.resolve("in the way"), "x");
            assertThatThrownBy(run::step).isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("checkpoint of step 6").hasMessageContaining("untouched");
        }
        assertThat(contents(file)).isEqualTo(before);
    }
}
