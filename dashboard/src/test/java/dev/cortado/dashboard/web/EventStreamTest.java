package dev.cortado.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cortado.dashboard.RunningDashboard;
import dev.cortado.dashboard.race.LaneView;
import dev.cortado.dashboard.race.RaceState;
import dev.cortado.dashboard.stream.Message;
import dev.cortado.dashboard.stream.Viewers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private final Set<Long> before = threads();
    private final RunningDashboard running = RunningDashboard.start();

    @AfterEach
    void close() {
        running.close();
    }

    private static Set<Long> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::threadId).collect(Collectors.toSet());
    }

    /// The lines of the stream with data, as JSON, each with the name of its event.
    private Iterator<JsonNode> events() throws Exception {
        Stream<String> lines = running.client()
                .send(HttpRequest.newBuilder(running.uri("/api/events")).build(), BodyHandlers.ofLines()).body();
        return lines.filter(line -> line.startsWith("data: ")).map(line -> read(line.substring(6))).iterator();
    }

    private static JsonNode read(String data) {
        try {
            return new JsonMapper().readTree(data);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(data, e);
        }
    }

    @Test
    void aViewerSeesTheRaceFromStartToEnd() throws Exception {
        Iterator<JsonNode> events = events();
        assertThat(events.next().at("/state").asText()).isEqualTo("idle");
        running.post("/api/race", "{\"dataset\":\"corners\",\"epochs\":60,\"pace\":300}");
        JsonNode snapshot = events.next();
        assertThat(snapshot.at("/race").asInt()).isEqualTo(1);
        assertThat(snapshot.at("/state").asText()).isEqualTo("running");
        assertThat(snapshot.at("/facts/stepsPerEpoch").asInt()).isEqualTo(1);
        JsonNode event = snapshot;
        while (event.at("/state").asText().equals("running")) {
            assertThat(event.at("/race").asInt()).isEqualTo(1);
            assertThat(event.at("/lanes").findValuesAsText("engine")).containsExactly("vector", "ojalgo");
            event = events.next();
        }
        assertThat(event.at("/state").asText()).isEqualTo("finished");
        assertThat(event.at("/lanes/1/progress/step").asInt()).isEqualTo(60);
        assertThat(event.at("/lanes/0/boundary/values").asText()).hasSize((64 * 64 + 2) / 3 * 4);
        assertThat(event.at("/lanes/0/points")).hasSize(4);
        assertThat(event.at("/lanes/0/result/confusion")).hasSize(2);
        assertThat(event.at("/agreement/epoch").size()).isGreaterThan(10);
    }

    @Test
    void whoComesLateSeesAllThatWas() throws Exception {
        running.post("/api/race", "{\"dataset\":\"stripes\",\"epochs\":2}");
        running.await("the end", () -> running.dashboard().track().latest().state() == RaceState.FINISHED);
        JsonNode snapshot = events().next();
        assertThat(snapshot.at("/settings/network").asText()).isEqualTo("flatten, dense(32, tanh), dense(3)");
        assertThat(snapshot.at("/lanes/0/validation/epoch").toString()).isEqualTo("[0,1,2]");
        assertThat(snapshot.at("/lanes/1/result/confusion/2")).hasSize(3);
        assertThat(snapshot.at("/lanes/0/boundary").isNull()).isTrue();
    }

    /// A race is run while somebody watches who never reads: the sockets' buffers and then the mailbox fill up, and the race
    /// comes to its end all the same, with never more waiting than the mailbox holds.
    @Test
    void aViewerThatNeverReadsDoesNotHoldUpTheRace() throws Exception {
        Viewers viewers = running.dashboard().viewers();
        try (RawClient stalled = new RawClient(running.uri("/"))) {
            stalled.send("GET /api/events HTTP/1.1", "Host: " + running.uri("/").getAuthority());
            running.await("the viewer", () -> viewers.count() == 1);
            String padding = "x".repeat(1 << 20);
            running.await("that its mailbox runs over", () -> {
                viewers.show(new Message(Long.MAX_VALUE, "padding", () -> padding));
                return viewers.dropped() > 0;
            });
            running.post("/api/race", "{\"dataset\":\"stripes\",\"epochs\":30}");
            running.await("the end of the race", () -> {
                assertThat(viewers.longestQueue()).isLessThanOrEqualTo(32);
                return running.dashboard().track().latest().state() == RaceState.FINISHED;
            });
            assertThat(viewers.count()).isEqualTo(1);
            assertThat(running.dashboard().track().latest().lanes()).extracting(LaneView::progress)
                    .allSatisfy(progress -> assertThat(progress).isNotNull().extracting("step").isEqualTo(360L));
            running.dashboard().close();
        }
    }

    @Test
    void noThreadOutlivesTheDashboard() throws Exception {
        Iterator<JsonNode> events = events();
        assertThat(events.next().at("/state").asText()).isEqualTo("idle");
        running.post("/api/race", "{\"dataset\":\"corners\",\"epochs\":1000000}");
        try (RawClient stalled = new RawClient(running.uri("/"))) {
            stalled.send("GET /api/events HTTP/1.1", "Host: " + running.uri("/").getAuthority());
            running.await("both viewers", () -> running.dashboard().viewers().count() == 2);
            running.dashboard().close();
        }
        assertThat(running.dashboard().viewers().count()).isZero();
        running.await("the end of all threads", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> !before.contains(thread.threadId()) && thread.getName().matches("(?i)(cortado|jetty|javalin|qtp).*")));
    }
}
