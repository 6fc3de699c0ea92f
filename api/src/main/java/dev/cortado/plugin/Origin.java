package dev.cortado.plugin;

import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/// Where a class came from.
final class Origin {
    private Origin() {
    }

    /// The jar or folder, as a path where it is one.
    static String jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "unknown jar";
        }
        return path(source.getLocation());
    }

    private static String path(URL location) {
        try {
            return "file".equals(location.getProtocol()) ? Path.of(location.toURI()).toString() : location.toString();
        } catch (URISyntaxException | IllegalArgumentException _) {
            return location.toString();
        }
    }

    /// The version that the jar's manifest or the module gives.
    static @Nullable String version(Class<?> type) {
        String manifest = type.getPackage().getImplementationVersion();
        ModuleDescriptor module = type.getModule().getDescriptor();
        return manifest != null || module == null ? manifest : module.rawVersion().orElse(null);
    }
}
