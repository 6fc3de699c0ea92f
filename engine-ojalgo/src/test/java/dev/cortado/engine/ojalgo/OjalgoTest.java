package dev.cortado.engine.ojalgo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class OjalgoTest {
    @Test
    void isFoundByItsName() {
        assertThat(ServiceLoader.load(Engine.class))
                .filteredOn(engine -> engine.name().equals("ojalgo"))
                .containsExactly(new Ojalgo(0));
    }

    @Test
    void isTakenBeforePlain() {
        assertThat(new Ojalgo().priority()).isPositive();
        assertThat(new Ojalgo().unavailable()).isEmpty();
    }

    @Test
    void resultsHaveTheSameBitsOnAnyNumberOfThreadsAndInterpreted() throws Exception {
        String alone = digest(1);
        assertThat(alone).matches("hash [0-9a-f]{8}, threads 0");
        String hash = alone.substring(0, alone.indexOf(','));
        assertThat(digest(2)).matches(hash + ", threads [1-9]");
        assertThat(digest(3)).matches(hash + ", threads [1-9]");
        assertThat(digest(1, "-Xint")).startsWith(hash);
        assertThat(digest(2, "-Xint")).startsWith(hash);
    }

    /// Of a JVM of its own, for the pool belongs to the process.
    private static String digest(int threads, String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Digest.class.getName(), "" + threads));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(output).isZero();
        return output.strip();
    }
}
