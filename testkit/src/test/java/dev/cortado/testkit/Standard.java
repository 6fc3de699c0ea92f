package dev.cortado.testkit;

import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import java.util.stream.Stream;

/// The plug-ins that the api brings, without the planted ones.
final class Standard {
    private Standard() {
    }

    static <P extends Plugin> Stream<P> all(Class<P> kind) {
        return Plugins.load().all(kind).stream().filter(each -> each.getClass().getPackage().equals(kind.getPackage()));
    }
}
