package dev.cortado.dashboard.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cortado.dashboard.json.Json;
import dev.cortado.dashboard.metrics.Measurements;
import dev.cortado.dashboard.race.Catalogue;
import dev.cortado.dashboard.race.RaceSettings;
import dev.cortado.dashboard.race.Racetrack;
import dev.cortado.dashboard.race.SettingException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is answered to the page's questions and commands.
final class Answers {
    private static final int MOST_SAMPLES = 200;

    private final Racetrack track;
    private final Measurements measurements;
    private final Json json;
    private final String version;

    Answers(Racetrack track, Measurements measurements, Json json, String version) {
        this.track = track;
        this.measurements = measurements;
        this.json = json;
        this.version = version;
    }

    /// @param version of the toolkit
    /// @param java version of the JVM
    /// @param processors as many as it may use
    record About(
            String version, String java, int processors, List<Catalogue.DatasetOffer> datasets,
            List<Catalogue.EngineOffer> engines, List<String> optimizers, Map<String, Double> learningRates,
            List<String> losses, List<String> activations, List<String> layers) {
    }

    void catalogue(Context request) {
        Catalogue.View view = track.catalogue().view();
        answer(request, new About(version, System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(),
                view.datasets(), view.engines(), view.optimizers(), view.learningRates(), view.losses(), view.activations(),
                view.layers()));
    }

    void start(Context request) throws JsonProcessingException {
        RaceSettings settings = RaceRequest.read(json.read(request.body()), track.catalogue());
        int race = track.start(settings);
        answer(request.status(201), Map.of("race", race));
    }

    void pause(Context request) {
        track.pause();
        request.status(204);
    }

    void resume(Context request) {
        track.resume();
        request.status(204);
    }

    void stop(Context request) {
        request.status(track.stop() ? 204 : 202);
    }

    void samples(Context request) {
        List<Integer> indices = indices(request.queryParam("indices"));
        request.contentType("application/octet-stream").header("Cache-Control", "no-store").result(track.samples(indices));
    }

    private static List<Integer> indices(@Nullable String text) {
        List<Integer> indices = new ArrayList<>();
        for (String index : (text == null ? "" : text).split(",", MOST_SAMPLES + 1)) {
            try {
                indices.add(Integer.parseInt(index.strip()));
            } catch (NumberFormatException e) {
                throw new SettingException("indices", "Say which samples, 1 to %d of them: ?indices=1,2,3".formatted(MOST_SAMPLES));
            }
        }
        if (indices.size() > MOST_SAMPLES) {
            throw new SettingException("indices", "At most %d samples at once".formatted(MOST_SAMPLES));
        }
        return indices;
    }

    void metrics(Context request) {
        request.contentType("text/plain; version=0.0.4; charset=utf-8").result(measurements.scrape());
    }

    private void answer(Context request, Object value) {
        request.contentType("application/json").header("Cache-Control", "no-store").result(json.write(value));
    }
}
