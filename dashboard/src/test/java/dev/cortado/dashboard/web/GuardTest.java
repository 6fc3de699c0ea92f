package dev.cortado.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.dashboard.RunningDashboard;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class GuardTest {
    private RunningDashboard running;

    @BeforeAll
    void start() {
        running = RunningDashboard.start();
    }

    @AfterAll
    void close() {
        running.close();
    }

    private int status(String... lines) throws IOException {
        try (RawClient client = new RawClient(running.uri("/"))) {
            return client.send(lines).status();
        }
    }

    private String host() {
        return running.uri("/").getAuthority();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /", "GET /index.html", "GET /style.css", "GET /webjars/uplot/1.6.30/dist/uPlot.esm.js", "GET /nothing/here",
        "GET /api/catalogue", "GET /api/events", "GET /api/samples?indices=1", "GET /metrics", "HEAD /", "OPTIONS /",
        "POST /api/race", "POST /api/race/pause", "POST /api/race/resume", "POST /api/race/stop", "PUT /api/race",
        "DELETE /api/race", "TRACE /", "PATCH /", "BREW /coffee"})
    void aForeignHostOrOriginIsTurnedAwayEverywhere(String request) throws Exception {
        String line = request + " HTTP/1.1";
        String close = "Connection: close";
        String port = host().substring(host().indexOf(':'));
        assertThat(status(line, "Host: evil.test" + port, close)).isEqualTo(421);
        assertThat(status(line, "Host: evil.test" + port, "Origin: http://evil.test" + port, close)).isEqualTo(421);
        assertThat(status(line, "Host: 127.0.0.1.evil.test" + port, close)).isEqualTo(421);
        assertThat(status(line, "Host: 127.0.0.1", close)).isEqualTo(421);
        assertThat(status(line, "Host: localhost:1", close)).isEqualTo(421);
        assertThat(status(line, "Host: " + host(), "Origin: http://evil.test", close)).isEqualTo(403);
        assertThat(status(line, "Host: " + host(), "Origin: https://" + host(), close)).isEqualTo(403);
        assertThat(status(line, "Host: " + host(), "Origin: null", close)).isEqualTo(403);
        assertThat(status(line, "Host: " + host(), "Origin: http://localhost" + port, close)).isEqualTo(403);
    }

    @Test
    void anUpgradeToAWebSocketIsNoWayAround() throws Exception {
        String[] upgrade = {"GET /api/events HTTP/1.1", "Host: evil.test", "Origin: http://evil.test", "Upgrade: websocket",
            "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13"};
        try (RawClient client = new RawClient(running.uri("/"))) {
            client.send(upgrade).socket().shutdownOutput();
            assertThat(client.status()).isEqualTo(421);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]"})
    void itsOwnNamesAreAnswered(String name) throws Exception {
        String own = name + host().substring(host().indexOf(':'));
        assertThat(status("GET /api/catalogue HTTP/1.1", "Host: " + own, "Origin: http://" + own, "Connection: close"))
                .isEqualTo(200);
    }

    @Test
    void aRequestWithoutAHostIsRefused() throws Exception {
        assertThat(status("GET / HTTP/1.1", "Connection: close")).isEqualTo(400);
        assertThat(status("GET / HTTP/1.0")).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp"})
    void aBodyMustBeJson(String type) {
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.uri("/api/race"))
                .header("Content-Type", type).POST(BodyPublishers.ofString("{}")).build());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).isEqualTo(
                "{\"error\":\"Send JSON, with Content-Type: application/json\",\"field\":null}");
    }

    @Test
    void aBodyIsSmall() {
        String large = "{\"network\":\"" + " ".repeat(Guard.LARGEST_BODY) + "\"}";
        assertThat(running.post("/api/race", large).statusCode()).isEqualTo(413);
        assertThat(running.post("/api/race/stop", large).statusCode()).isEqualTo(413);
    }

    /// One byte more than there may be is sent of a chunk of twice as many: the answer must not wait for the others. Nothing
    /// stays unread on the server's side, so the answer is not lost when it closes.
    @Test
    void aLargeBodyInChunksIsRefusedToo() throws Exception {
        try (RawClient client = new RawClient(running.uri("/"))) {
            client.send("POST /api/race HTTP/1.1", "Host: " + host(), "Content-Type: application/json",
                    "Transfer-Encoding: chunked", "", Integer.toHexString(2 * Guard.LARGEST_BODY) + "\r\n"
                    + " ".repeat(Guard.LARGEST_BODY - 3));
            assertThat(client.status()).isEqualTo(413);
        }
    }

    @Test
    void everyAnswerCarriesTheHeadersOfSafety() {
        for (String path : new String[] {"/", "/style.css", "/api/catalogue", "/metrics", "/nothing"}) {
            HttpResponse<String> answer = running.get(path);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).as(path).hasValueSatisfying(policy ->
                    assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/a/..;/b", "/%zz", "/%00", "/js/%2fapp.js"})
    void aPathThatLeadsNowhereIsRefusedInJson(String path) throws Exception {
        try (RawClient client = new RawClient(running.uri("/"))) {
            String answer = client.send("GET " + path + " HTTP/1.1", "Host: " + host(), "Connection: close").read();
            assertThat(answer).startsWith("HTTP/1.1 40").containsIgnoringCase("Content-Type: application/json")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff").contains("{\"error\":").doesNotContain("<html", "Exception");
        }
    }

    @Test
    void anErrorIsASentenceAndNotATrace() throws Exception {
        assertThat(running.get("/nothing/here").body()).isEqualTo("{\"error\":\"There is nothing here\",\"field\":null}");
        assertThat(running.get("/api/race").statusCode()).isEqualTo(405);
        try (RawClient client = new RawClient(running.uri("/"))) {
            String answer = client.send("GET /%zz HTTP/1.1", "Host: " + host(), "Connection: close").read();
            assertThat(answer).doesNotContain("Exception", "\tat ");
        }
    }
}
