package dev.cortado.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What is printed is lines of key=value, as the peers' tools read them.
final class LinesTest {
    @Test
    void aTrainingPrintsItsEpochsAndASummary() {
        List<Map<String, String>> lines = run("train", "W1", "--engine", "vector", "--epochs", "1", "--threads", "1");
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line)
                .containsEntry("peer", "cortado-vector").containsEntry("work", "W1").containsEntry("precision", "f32").containsEntry("threads", "1"));
        assertThat(lines.getFirst()).containsKeys("version", "epoch", "seconds", "cpu_seconds", "acc");
        assertThat(Double.parseDouble(lines.getFirst().getOrDefault("acc", ""))).isBetween(0.8, 1.0);
        assertThat(lines.getLast()).containsEntry("summary", "train").containsKeys("first_epoch_seconds", "median_epoch_seconds", "peak_rss_mib");
    }

    @Test
    void aPredictionPrintsOneSampleAndAThousand() {
        List<Map<String, String>> lines = run("predict", "W1", "--engine", "vector", "--threads", "1");
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).containsEntry("work", "W4").containsEntry("net", "W1"));
        assertThat(lines.getFirst()).containsEntry("batch", "1").containsKeys("median_us", "p99_us");
        assertThat(lines.getLast()).containsEntry("batch", "1000").containsKey("samples_per_s");
    }

    @Test
    void aProductPrintsItsShapeAndItsSpeed() {
        Map<String, String> line = run("gemm", "10", "10", "50", "0", "0", "--engine", "plain").getFirst();
        assertThat(line).containsEntry("lib", "cortado-plain").containsEntry("M", "10").containsEntry("N", "10").containsEntry("K", "50")
                .containsEntry("transA", "0").containsEntry("transB", "0").containsKey("median_gflops");
        assertThat(Double.parseDouble(line.getOrDefault("gflops", ""))).isPositive();
    }

    @Test
    void anExpressionPrintsItsTimeForAnElement() {
        Map<String, String> line = run("expression", "swish_gradient", "5000", "--engine", "vector").getFirst();
        assertThat(line).containsEntry("lib", "cortado-vector").containsEntry("kernel", "swish_gradient").containsEntry("n", "5000");
        assertThat(Double.parseDouble(line.getOrDefault("ns_per_element", ""))).isPositive();
    }

    private static List<Map<String, String>> run(String... arguments) {
        PrintStream usual = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new Benchmarks()).execute(arguments)).isZero();
        } finally {
            System.setOut(usual);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().map(LinesTest::pairs).toList();
    }

    private static Map<String, String> pairs(String line) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : line.split(" ", -1)) {
            assertThat(pair).as(line).matches("[A-Za-z_0-9]+=\\S+");
            pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return pairs;
    }
}
