package dev.cortado.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ArgumentsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine commandLine = Arguments.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(args);
    }

    @Test
    void aHeadlessRaceEndsWithATable() {
        assertThat(run("--race", "corners", "--epochs", "40", "--headless", "--engines", "vector,plain")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst().split(" +")).containsExactly("engine", "epoch", "loss", "accuracy", "seconds", "samples/s");
        assertThat(lines).filteredOn(line -> line.startsWith("vector")).hasSize(20);
        assertThat(lines).filteredOn(line -> line.startsWith("plain")).hasSize(20);
        assertThat(lines.getLast()).matches("plain +40 +\\d\\.\\d{5} +[01]\\.\\d{4} +\\d+\\.\\d{3} +\\d+");
    }

    @Test
    void jsonIsOneObjectALineAndNothingElse() throws Exception {
        assertThat(run("--race", "stripes", "--epochs", "2", "--json", "--network", "flatten, dense(3)", "--optimizer",
                "sgd(momentum=0.9)", "--learning-rate", "0.05", "--batch-size", "100", "--seed", "3", "--engines", "plain")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonNode row = new JsonMapper().readTree(lines.get(i));
            assertThat(row.at("/engine").asText()).isEqualTo("plain");
            assertThat(row.at("/epoch").asInt()).isEqualTo(i + 1);
            assertThat(row.at("/loss").isNumber()).isTrue();
            assertThat(row.at("/accuracy").asDouble()).isBetween(0.0, 1.0);
            assertThat(row.at("/seconds").asDouble()).isPositive();
            assertThat(row.at("/samplesPerSecond").asDouble()).isPositive();
            assertThat(row).hasSize(6);
        }
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            --nonsense                                      | Unknown option: '--nonsense'
            --port x                                        | Invalid value for option '--port'
            --port 70000                                    | --port: 0 to 65535, not 70000
            --headless                                      | Say what to race
            --epochs 3                                      | Say what to race
            --json                                          | Say what to race
            --race nothing --headless                       | --race: There is no data set 'nothing'; there are: xor, mnist
            --race corners --json --epochs 0                | --epochs: A race has 1 to
            --race corners --json --learning-rate -1        | --learning-rate: A learning rate is a number above 0
            --race corners --json --batch-size 5            | --batch-size: A batch has 1 to 4 samples
            --race corners --json --network dense(2)        | --network: The network's last layer gives .2., but corners wants .1.
            --race corners --json --engines vector,warp     | --engines: There is no engine 'warp'
            --race corners --json --optimizer adamm         | --optimizer: .*adam
            --race corners --port 0 --loss nix              | --loss: .*nix
            """)
    void badArgumentsAreExplained(String args, String words) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).containsPattern(words).contains("--help lists the options").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aTakenPortIsSaid() {
        try (RunningDashboard running = RunningDashboard.start()) {
            int port = running.uri("/").getPort();
            assertThat(run("--port", Integer.toString(port))).isEqualTo(1);
            assertThat(err.toString()).startsWith("Port %d is taken".formatted(port)).contains("--port").doesNotContain("\tat ");
        }
    }

    @Test
    void aRaceThatFailsIsSaid() {
        assertThat(run("--race", "corners", "--json", "--learning-rate", "1e15", "--loss", "mean_squared_error", "--optimizer", "sgd",
                "--network", "dense(4), dense(1)", "--engines", "plain")).isEqualTo(1);
        assertThat(err.toString()).contains("plain: Step ");
    }

    @Test
    void helpAndVersionArePrinted() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--race", "--headless", "--json", "--port");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).containsPattern("Cortado \\d+\\.\\d+");
    }
}
