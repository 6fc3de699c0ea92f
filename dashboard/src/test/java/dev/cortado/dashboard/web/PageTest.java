package dev.cortado.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cortado.dashboard.RunningDashboard;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class PageTest {
    private static final Pattern IMPORT_MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private RunningDashboard running;

    @BeforeAll
    void start() {
        running = RunningDashboard.start();
    }

    @AfterAll
    void close() {
        running.close();
    }

    private static String importMap(String page) {
        Matcher found = IMPORT_MAP.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void thePolicyAllowsThePagesOwnImportMap() throws Exception {
        HttpResponse<String> page = running.get("/");
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(importMap(page.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy ->
                assertThat(policy).contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"));
        assertThat(running.get("/index.html").body()).isEqualTo(page.body());
    }

    @Test
    void everyModuleOfTheImportMapIsThere() throws Exception {
        JsonNode imports = new JsonMapper().readTree(importMap(running.get("/").body())).get("imports");
        assertThat(imports.size()).isGreaterThanOrEqualTo(5);
        imports.forEach(target -> {
            if (!target.asText().endsWith("/")) {
                HttpResponse<String> module = running.get(target.asText());
                assertThat(module.statusCode()).as(target.asText()).isEqualTo(200);
                assertThat(module.headers().firstValue("Content-Type")).contains("text/javascript");
            }
        });
    }

    @Test
    void thePageAndWhatItNeedsAreServed() {
        assertThat(running.get("/").headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("text/html"));
        assertThat(running.get("/style.css").statusCode()).isEqualTo(200);
        assertThat(running.get("/?dataset=xor").statusCode()).isEqualTo(200);
    }
}
