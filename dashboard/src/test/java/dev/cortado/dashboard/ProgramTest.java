package dev.cortado.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a user starts it: a JVM of its own on this class path.
class ProgramTest {
    @TempDir
    private Path folder;

    private static final List<String> VECTOR = List.of("--add-modules", "jdk.incubator.vector");

    private Process start(String... args) throws Exception {
        return start(VECTOR, args);
    }

    private Process start(List<String> jvm, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java"));
        command.addAll(jvm);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "dev.cortado.dashboard.Dashboard"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(folder.resolve("stderr").toFile()).start();
    }

    private List<String> complaints() throws Exception {
        return Files.readAllLines(folder.resolve("stderr")).stream()
                .filter(line -> !line.equals("WARNING: Using incubator modules: jdk.incubator.vector")).toList();
    }

    @Test
    void aHeadlessRacePrintsJsonAloneAndEnds() throws Exception {
        Process program = start("--race", "corners", "--epochs", "10", "--headless", "--json");
        List<String> lines = program.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(program.waitFor()).isZero();
        assertThat(lines).hasSize(20);
        for (String line : lines) {
            assertThat(new JsonMapper().readTree(line).at("/epoch").isInt()).as(line).isTrue();
        }
        assertThat(complaints()).isEmpty();
    }

    @Test
    void anEngineThatCannotRunSaysWhy() throws Exception {
        Process program = start(List.of(), "--race", "corners", "--epochs", "1", "--headless", "--json");
        List<String> lines = program.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(program.waitFor()).isZero();
        assertThat(lines).hasSize(2);
        assertThat(complaints()).singleElement().asString()
                .contains("The engine 'vector' is skipped", "--add-modules jdk.incubator.vector");
    }

    @Test
    void theServerSaysWhereItIsAndEndsWhenItIsTold() throws Exception {
        Process program = start("--port", "0", "--race", "corners", "--epochs", "1000000");
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8); HttpClient client = HttpClient.newHttpClient()) {
            Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/").matcher(String.valueOf(out.readLine()));
            assertThat(address.find()).isTrue();
            URI metrics = URI.create(address.group()).resolve("/metrics");
            assertThat(client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body())
                    .contains("cortado_training_steps_total");
        } finally {
            program.destroy();
        }
        program.waitFor();
        assertThat(complaints()).isEmpty();
    }
}
