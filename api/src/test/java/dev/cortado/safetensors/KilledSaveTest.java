package dev.cortado.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.network.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a process that is killed while it saves leaves behind, and who clears it away.
@Timeout(60)
class KilledSaveTest {
    @TempDir
    private Path folder;

    private Path model() {
        return folder.resolve("model");
    }

    private void save() throws IOException {
        SafeTensors.write(model(), new TreeMap<>(), Map.of("who", "parent"));
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }

    @Test
    void theNextSaveRemovesWhatAKilledOneHasLeftButNothingThatIsStillWritten() throws Exception {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), KilledSaveTest.class.getName(), model().toString()).start();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("writing");
            save();
            assertThat(names()).as("the child still writes").hasSize(2).anyMatch(name -> name.matches("model\\..*\\.tmp"));
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(names()).as("the child was killed").hasSize(2);
        save();
        assertThat(names()).containsExactly("model");
    }

    /// Begins to save, and never ends.
    public static void main(String[] args) throws IOException {
        new WholeFile(Path.of(args[0])).write(channel -> {
            channel.write(ByteBuffer.allocate(10));
            System.out.println("writing");
            System.in.read();
        });
    }

    @Test
    void aSecondSaveInTheMidstOfOneLeavesItAlone() throws IOException {
        new WholeFile(model()).write(channel -> {
            save();
            channel.write(ByteBuffer.wrap("the last one wins".getBytes(StandardCharsets.UTF_8)));
        });
        assertThat(names()).containsExactly("model");
        assertThat(model()).hasContent("the last one wins");
    }

    @Test
    void onlyItsOwnLeftoversAreRemoved() throws IOException {
        String unfinished = ".01234567-89ab-cdef-0123-456789abcdef.tmp";
        for (String name : new String[] {"model" + unfinished, "model.best" + unfinished, "my model" + unfinished, "model.mine.tmp"}) {
            Files.createFile(folder.resolve(name));
        }
        try (Network network = Network.input(2).layers("dense(1)").build(1)) {
            network.save(model());
        }
        assertThat(names()).containsExactlyInAnyOrder("model", "model.best" + unfinished, "my model" + unfinished, "model.mine.tmp");
        SafeTensors.removeUnfinished(folder.resolve("model.best"));
        assertThat(names()).containsExactlyInAnyOrder("model", "my model" + unfinished, "model.mine.tmp");
    }
}
