package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.data.TensorDataset;
import dev.cortado.network.Network;
import dev.cortado.safetensors.SafeTensors;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A checkpoint that a training cannot go on from is refused before a parameter is changed.
final class DamagedCheckpointTest {
    private static final TensorDataset CLOUDS = Samples.clouds(60, 1);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void writeACheckpoint() {
        file = folder.resolve("run.safetensors");
        training(network(1)).epochs(2).run();
    }

    private static Network network(long seed) {
        return Network.input(2).layers("dense(4, tanh)", "dense(3)").loss("cross_entropy").optimizer("adam(0.02)").build(seed);
    }

    private Training training(Network network) {
        return training(network, CLOUDS);
    }

    private Training training(Network network, TensorDataset data) {
        return Training.of(network, data).batchSize(10).epochs(4).engine(Samples.ENGINE).validation(data).earlyStopping(EarlyStopping.patience(100)).checkpoint(file);
    }

    @ParameterizedTest
    @CsvSource({
        "training.steps, x, whole number",
        "training.steps, -7, from 0 to",
        "training.steps, 9223372036854775807, from 0 to",
        "training.steps, 9223372036854775808, whole number",
        "training.epoch.loss, nought, no number",
        "training.learning_rate, NaN, learning rate",
        "training.best.epoch, 2147483648, from 0 to 2147483647",
        "training.best.waited, , it has no 'training.best.waited'"
    })
    void textsThatNoTrainingWroteAreRefused(String name, String text, String problem) throws IOException {
        SafeTensors read = SafeTensors.read(file);
        Map<String, String> metadata = new TreeMap<>(read.metadata());
        metadata.remove(name);
        if (text != null) {
            metadata.put(name, text);
        }
        SafeTensors.write(file, tensors(read), metadata);
        refused(problem);
    }

    @ParameterizedTest
    @CsvSource({"optimizer/m/0.weight", "best/1.bias", "1.weight"})
    void tensorsThatAreMissingOrOfAnotherShapeAreRefused(String name) throws IOException {
        SafeTensors read = SafeTensors.read(file);
        SequencedMap<String, Tensor> tensors = tensors(read);
        tensors.remove(name);
        SafeTensors.write(file, tensors, read.metadata());
        refused("'" + name + "'");
        tensors.put(name, Tensor.zeros(Shape.of(7)));
        SafeTensors.write(file, tensors, read.metadata());
        refused("'%s' is [7]".formatted(name));
    }

    private void refused(String problem) {
        Network network = network(5);
        List<Tensor> before = Samples.values(network);
        assertThatThrownBy(() -> training(network).resume().start()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run.safetensors is a damaged checkpoint").hasMessageContaining(problem);
        assertThat(Samples.values(network)).isEqualTo(before);
    }

    private static SequencedMap<String, Tensor> tensors(SafeTensors file) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        file.names().forEach(name -> tensors.put(name, file.tensor(name)));
        return tensors;
    }

    @Test
    void otherWeightsOfTheSamplesAreAnotherTraining() {
        float[] weights = new float[60];
        weights[7] = 5;
        assertThatThrownBy(() -> training(network(1), CLOUDS.withWeights(weights)).resume().start()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another training").hasMessageContaining("weights with checksum");
    }

    @Test
    void aTrainingGoesOnInAnotherLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try (TrainingRun run = training(network(1)).resume().start()) {
            assertThat(run.steps()).isEqualTo(12);
        } finally {
            Locale.setDefault(before);
        }
    }
}
