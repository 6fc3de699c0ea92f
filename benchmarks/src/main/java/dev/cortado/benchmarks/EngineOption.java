package dev.cortado.benchmarks;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Engines;
import dev.cortado.plugin.Plugins;
import java.util.Arrays;
import picocli.CommandLine.Option;

/// Which engine is timed, on how many threads.
final class EngineOption {
    @Option(names = "--engine", defaultValue = "vector", description = "plain, ojalgo or vector (${DEFAULT-VALUE})")
    private String name = "vector";

    @Option(names = "--threads", defaultValue = "1", description = "threads of the engine (${DEFAULT-VALUE})")
    private int threads = 1;

    private final Plugins plugins = Plugins.load();

    /// The engine with its setting `threads`, where it has one.
    Engine engine() {
        Engine prototype = plugins.get(Engine.class, name);
        boolean threaded = Arrays.stream(prototype.getClass().getRecordComponents())
                .anyMatch(component -> component.getName().equals("threads"));
        return Engines.choose(plugins, threaded ? "%s(threads=%d)".formatted(name, threads) : name);
    }

    Plugins plugins() {
        return plugins;
    }

    int threads() {
        return threads;
    }

    /// What the lines call the toolkit on this engine.
    String peer() {
        return "cortado-" + name;
    }
}
