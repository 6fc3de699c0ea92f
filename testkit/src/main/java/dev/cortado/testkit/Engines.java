package dev.cortado.testkit;

import dev.cortado.engine.Engine;
import dev.cortado.plugin.Plugins;
import java.util.List;

/// The engines on the class path that can run here.
final class Engines {
    private Engines() {
    }

    static List<Engine> here() {
        List<Engine> here = Plugins.load().all(Engine.class).stream().filter(each -> Plugins.unavailable(each).isEmpty()).toList();
        if (here.isEmpty()) {
            throw new AssertionError("No engine on the class path can run here: even 'plain', a part of the api, was not found");
        }
        return here;
    }
}
