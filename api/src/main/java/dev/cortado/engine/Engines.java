package dev.cortado.engine;

import dev.cortado.plugin.PluginException;
import dev.cortado.plugin.Plugins;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Chooses who computes.
public final class Engines {
    /// The system property that names the engine to take: `-Dcortado.engine=plain`.
    public static final String PROPERTY = "cortado.engine";

    /// What has been logged: every network chooses anew, and the log is the process's.
    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

    private Engines() {
    }

    /// The engine that the system property `cortado.engine` names in text form; without it, of the engines that can run here
    /// the one with the highest priority. Better ones that cannot run are logged with their reason, once in a process.
    ///
    /// @throws PluginException if the engine that is named does not exist or cannot run here
    public static Engine choose(Plugins plugins) {
        String text = System.getProperty(PROPERTY, "");
        return text.isBlank() ? best(plugins) : choose(plugins, text);
    }

    /// The engine of this text form.
    ///
    /// @throws PluginException if it does not exist or cannot run here; the message has the reason and what would help
    public static Engine choose(Plugins plugins, String text) {
        Engine engine = plugins.get(Engine.class, text);
        Plugins.unavailable(engine).ifPresent(reason -> {
            throw new PluginException("The engine '%s' cannot run here: %s".formatted(engine.name(), reason));
        });
        return engine;
    }

    private static Engine best(Plugins plugins) {
        List<Engine> engines = plugins.all(Engine.class).stream()
                .sorted(Comparator.comparingInt(Engine::priority).reversed().thenComparing(Engine::name)).toList();
        for (Engine engine : engines) {
            Optional<String> obstacle = Plugins.unavailable(engine);
            if (obstacle.isEmpty()) {
                return engine;
            }
            logOnce("The engine '%s' is skipped: %s".formatted(engine.name(), obstacle.get()));
        }
        throw new PluginException("No engine can run here" + engines.stream()
                .map(each -> "; %s: %s".formatted(each.name(), Plugins.unavailable(each).orElse("it can now")))
                .collect(Collectors.joining()));
    }

    private static void logOnce(String message) {
        if (LOGGED.add(message)) {
            System.getLogger(Engines.class.getName()).log(Level.WARNING, message);
        }
    }
}
