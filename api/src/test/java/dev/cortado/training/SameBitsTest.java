package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Plain;
import dev.cortado.network.Network;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Same seed, same engine: the same weights, whether the JVM interprets or compiles.
class SameBitsTest {
    @Test
    void anInterpretedRunEndsInTheWeightsOfACompiledOne() throws Exception {
        String compiled = hashInChild();
        assertThat(compiled).isEqualTo(hashInChild()).isEqualTo(hashInChild("-Xint"));
    }

    private static String hashInChild(String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SameBitsTest.class.getName()));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(output).isZero();
        return output.strip();
    }

    /// Trains a small network and prints a hash of its weights.
    public static void main(String[] args) {
        Network network = Network.input(10).layers("dense(17, sigmoid)", "dropout(0.1)", "dense(9, gelu)", "dense(3)")
                .loss("cross_entropy").optimizer("adam(0.01)").build(7);
        Training.of(network).data(samples()).batchSize(16).epochs(3).seed(5).engine(new Plain()).run();
        int hash = 1;
        for (Parameter parameter : network.parameters()) {
            hash = 31 * hash + Arrays.hashCode(parameter.value().data());
        }
        System.out.println(hash);
    }

    private static TensorDataset samples() {
        Tensor inputs = Tensor.zeros(Shape.of(100, 10));
        Tensor targets = Tensor.zeros(Shape.of(100, 3));
        Randomness randomness = Randomness.seed(1);
        for (int i = 0; i < inputs.elements(); i++) {
            inputs.data()[i] = (float) randomness.normal(i);
        }
        for (int row = 0; row < 100; row++) {
            targets.data()[row * 3 + row % 3] = 1;
        }
        return TensorDataset.of(inputs, targets);
    }
}
