package dev.cortado.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cortado.dashboard.RunningDashboard;
import dev.cortado.dashboard.race.RaceState;
import dev.cortado.dashboard.race.RaceView;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class RaceRoutesTest {
    /// One that goes on until it is stopped.
    private static final String LONG = "{\"dataset\":\"corners\",\"epochs\":1000000,\"pace\":100}";

    private RunningDashboard running;

    @BeforeAll
    void start() {
        running = RunningDashboard.start();
    }

    @AfterEach
    void stop() {
        running.post("/api/race/stop", "");
        running.await("the end", () -> !latest().state().alive());
    }

    @AfterAll
    void close() {
        running.close();
    }

    private RaceView latest() {
        return running.dashboard().track().latest();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    void theCatalogueSaysWhatThereIs() throws Exception {
        JsonNode catalogue = json(running.get("/api/catalogue"));
        assertThat(catalogue.at("/version").asText()).matches("\\d+\\.\\d+.*");
        assertThat(catalogue.at("/datasets/0/name").asText()).isEqualTo("xor");
        assertThat(catalogue.at("/datasets/1/name").asText()).isEqualTo("mnist");
        assertThat(catalogue.at("/datasets/0/defaults/network").asText()).isEqualTo("dense(4, tanh), dense(1)");
        assertThat(catalogue.at("/datasets").findValuesAsText("name")).contains("corners", "stripes");
        assertThat(catalogue.at("/engines").findValuesAsText("name")).startsWith("vector", "ojalgo").contains("plain");
        assertThat(catalogue.at("/optimizers").toString()).contains("adam", "sgd");
        assertThat(catalogue.at("/learningRates/adam").asDouble()).isEqualTo(0.001);
        assertThat(catalogue.at("/layers").toString()).contains("dense", "flatten");
        assertThat(catalogue.at("/losses").toString()).contains("cross_entropy");
        assertThat(catalogue.at("/activations").toString()).contains("sigmoid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"dataset": "xyz"}                               | dataset      | There is no data set 'xyz'
            {"dataset": 7}                                   | dataset      | 'dataset' must be a text, not 7
            {"optimizer": "adamm"}                           | optimizer    | adam
            {"optimizer": "adamm", "learningRate": 1}        | optimizer    | adam
            {"loss": "cross"}                                | loss         | cross
            {"network": "dense(4, tanhh), dense(1)"}         | network      | tanhh
            {"network": ""}                                  | network      |
            {"network": "dense(4), dense(2)"}                | network      | [2]
            {"network": "dense(4, , dense(1)"}               | network      |
            {"network": "dense(2000000000), dense(1)"}       | network      | too large
            {"network": "dense(20000000), dense(1)"}         | network      | a race takes up to 10000000
            {"learningRate": 0}                              | learningRate | above 0
            {"learningRate": "fast"}                         | learningRate | must be a number, not "fast"
            {"batchSize": 0}                                 | batchSize    | 1 to 4
            {"batchSize": 5}                                 | batchSize    | 1 to 4
            {"batchSize": 2.5}                               | batchSize    | whole number
            {"epochs": 0}                                    | epochs       | not 0
            {"epochs": 1e300}                                | epochs       | whole number
            {"seed": "x"}                                    | seed         | whole number
            {"seed": 9007199254740993}                       | seed         | to 9007199254740991, which a browser
            {"seed": -9007199254740992}                      | seed         | from -9007199254740991
            {"pace": -1}                                     | pace         | -1
            {"engines": ["warp"]}                            | engines      | There is no engine 'warp'; there are
            {"engines": []}                                  | engines      | list
            {"engines": "vector"}                            | engines      | list
            {"engines": ["plain", "plain"]}                  | engines      | twice
            {"epoch": 3}                                     | epoch        | it has: batchSize, dataset
            """)
    void aSettingThatCannotBeUsedIsNamed(String body, String field, String words) throws Exception {
        String request = body.contains("dataset") ? body : "{\"dataset\":\"corners\"," + body.substring(1);
        HttpResponse<String> answer = running.post("/api/race", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).at("/field").asText()).isEqualTo(field);
        assertThat(json(answer).at("/error").asText()).contains(words == null ? "" : words);
        assertThat(latest().state().alive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"dataset":
            [1, 2]
            "xor"
            not json
            """)
    void whatIsNotAnObjectIsRefused(String body) throws Exception {
        HttpResponse<String> answer = running.post("/api/race", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error").asText()).isNotEmpty();
    }

    @Test
    void commandsThatDoNotFitAreConflicts() {
        assertThat(running.post("/api/race/pause", "").statusCode()).isEqualTo(409);
        assertThat(running.post("/api/race/resume", "").statusCode()).isEqualTo(409);
        assertThat(running.post("/api/race/stop", "").statusCode()).isEqualTo(409);
        assertThat(running.post("/api/race", LONG).statusCode()).isEqualTo(201);
        HttpResponse<String> second = running.post("/api/race", LONG);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("A race is running; stop it first");
        assertThat(running.post("/api/race/resume", "").statusCode()).isEqualTo(409);
    }

    private long steps() {
        return latest().lanes().stream().mapToLong(lane -> lane.progress() == null ? 0 : lane.progress().step()).sum();
    }

    @Test
    void aRaceIsPausedResumedAndStopped() {
        assertThat(running.post("/api/race", LONG).statusCode()).isEqualTo(201);
        running.await("the first steps", () -> steps() > 0);
        assertThat(running.post("/api/race/pause", "").statusCode()).isEqualTo(204);
        assertThat(latest().state()).isEqualTo(RaceState.PAUSED);
        assertThat(running.post("/api/race/pause", "").statusCode()).isEqualTo(409);
        assertThat(running.post("/api/race/resume", "").statusCode()).isEqualTo(204);
        long before = steps();
        running.await("more steps", () -> steps() > before);
        assertThat(running.post("/api/race/pause", "").statusCode()).isEqualTo(204);
        stop();
        assertThat(latest().state()).isEqualTo(RaceState.STOPPED);
        assertThat(latest().lanes()).allSatisfy(lane -> assertThat(lane.working()).isFalse());
        long after = steps();
        assertThat(running.post("/api/race", LONG).statusCode()).isEqualTo(201);
        assertThat(after).isPositive();
    }

    private HttpResponse<byte[]> samples(String indices) throws Exception {
        return running.client().send(
                HttpRequest.newBuilder(running.uri("/api/samples?indices=" + indices)).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void samplesAreBytes() throws Exception {
        running.post("/api/race", LONG);
        assertThat(samples("0,1,3").body()).containsExactly(0, 0, 0, 255, 255, 255);
        stop();
        running.post("/api/race", "{\"dataset\":\"stripes\",\"epochs\":1000000}");
        assertThat(samples("0,1199").body()).hasSize(18);
        assertThat(samples("5").headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(samples("0".repeat(0)).statusCode()).isEqualTo(400);
        for (String bad : new String[] {"-1", "1200", "x", "1,", "99999999999", "0" + ",0".repeat(200)}) {
            assertThat(samples(bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(samples("0" + ",0".repeat(199)).body()).hasSize(9 * 200);
    }

    @Test
    void metricsAreMeasured() {
        running.post("/api/race", "{\"dataset\":\"corners\",\"epochs\":20}");
        running.await("the end", () -> latest().state() == RaceState.FINISHED);
        String metrics = running.get("/metrics").body();
        assertThat(metrics).containsPattern("cortado_training_steps_total\\{engine=\"vector\"} \\d+")
                .containsPattern("cortado_training_samples_total\\{engine=\"ojalgo\"} \\d+")
                .containsPattern("cortado_training_validation_loss\\{engine=\"vector\"} \\d")
                .containsPattern("cortado_training_validation_accuracy\\{engine=\"ojalgo\"} \\d")
                .contains("cortado_training_loss{engine=", "cortado_training_accuracy{engine=",
                        "cortado_training_epoch{engine=\"ojalgo\"} 20.0", "cortado_training_seconds_total{engine=",
                        "cortado_training_samples_per_second{engine=", "cortado_viewers ", "cortado_viewers_dropped_total ",
                        "jvm_memory_used_bytes{", "jvm_threads_live_threads", "process_uptime_seconds");
        assertThat(running.get("/metrics").headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("text/plain; version=0.0.4"));
    }
}
