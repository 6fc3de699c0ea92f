package dev.cortado.dashboard.race;

import dev.cortado.engine.Engine;
import dev.cortado.plugin.Plugins;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The engines that could race.
final class Garage {
    private static final Map<String, String> TITLES = Map.of("vector", "Vector API", "ojalgo", "ojAlgo", "plain", "Plain loops");

    private static final Logger LOG = System.getLogger(Garage.class.getName());

    private final List<Engine> engines;

    Garage(Plugins plugins) {
        // Asked of the engine itself, this would let one that breaks take down the others.
        Comparator<Engine> first = Comparator.comparing((Engine engine) -> Plugins.unavailable(engine).isPresent())
                .thenComparing(Comparator.comparingInt(Engine::priority).reversed())
                .thenComparing(Engine::name);
        engines = plugins.all(Engine.class).stream().sorted(first).toList();
        engines.forEach(Garage::logObstacle);
    }

    private static void logObstacle(Engine engine) {
        Plugins.unavailable(engine).ifPresent(reason ->
                LOG.log(Level.WARNING, "The engine '%s' is skipped: %s".formatted(engine.name(), reason)));
    }

    /// All of them: those that can run here first, and of these the best first.
    List<Engine> engines() {
        return engines;
    }

    /// The two that race if nobody says which.
    List<String> favourites() {
        return engines.stream().filter(engine -> Plugins.unavailable(engine).isEmpty()).map(Engine::name).limit(2).toList();
    }

    Engine get(String name) {
        Engine engine = engines.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> unknown(name));
        Optional<String> reason = Plugins.unavailable(engine);
        if (reason.isPresent()) {
            throw new SettingException("engines", "The engine '%s' cannot run here: %s".formatted(name, reason.get()));
        }
        return engine;
    }

    private SettingException unknown(String name) {
        return new SettingException("engines", "There is no engine '%s'; there are: %s"
                .formatted(name, String.join(", ", engines.stream().map(Engine::name).toList())));
    }

    static String title(Engine engine) {
        return TITLES.getOrDefault(engine.name(), engine.name());
    }

    /// An engine's settings in words.
    static String detail(Engine engine) {
        String text = engine.toString();
        int settings = text.indexOf('[');
        return settings < 0 ? "" : text.substring(settings + 1, text.length() - 1).replace("threads=0", threads());
    }

    private static String threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return processors == 1 ? "1 thread" : processors + " threads";
    }
}
