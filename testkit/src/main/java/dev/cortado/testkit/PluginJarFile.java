package dev.cortado.testkit;

import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import dev.cortado.plugin.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// What the services files of a jar name.
///
/// @param named the classes, by the kind whose file names them
/// @param unknown files of kinds of the toolkit that do not exist
record PluginJarFile(Path path, Map<Class<? extends Plugin>, List<String>> named, List<String> unknown) {
    private static final String SERVICES = "META-INF/services/";

    /// Reads a jar.
    ///
    /// @throws IOException if it is none
    static PluginJarFile read(Path path, ClassLoader loader) throws IOException {
        PluginJarFile file = new PluginJarFile(path, new LinkedHashMap<>(), new ArrayList<>());
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream().filter(each -> each.getName().startsWith(SERVICES) && !each.isDirectory()).toList()) {
                String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                file.add(entry.getName().substring(SERVICES.length()), text, loader);
            }
        }
        return file;
    }

    private void add(String kind, String text, ClassLoader loader) {
        List<String> lines = text.lines().map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty()).toList();
        try {
            Class<?> type = Class.forName(kind, false, loader);
            if (Plugin.class.isAssignableFrom(type)) {
                named.put(type.asSubclass(Plugin.class), lines);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            if (kind.startsWith("dev.cortado.")) {
                unknown.add("%s%s: there is no such kind of plug-in (%s)".formatted(SERVICES, kind, e));
            }
        }
    }

    /// What this jar brings of a kind.
    List<Plugin> plugins(Class<? extends Plugin> kind, Plugins plugins) {
        return plugins.all(kind).stream().filter(each -> lines(kind).contains(each.getClass().getName()))
                .map(Plugin.class::cast).toList();
    }

    private List<String> lines(Class<? extends Plugin> kind) {
        return named.getOrDefault(kind, List.of());
    }

    /// What is wrong with what this jar brings of a kind; a clash names a jar, not a line.
    List<String> problems(Class<? extends Plugin> kind, Plugins plugins) {
        return plugins.problems(kind).stream().filter(each -> lines(kind).contains(each.provider())
                || isOurs(each)).map(Problem::message).toList();
    }

    /// What is wrong with the kinds that this jar says it brings.
    List<String> brokenKinds(Plugins plugins) {
        return plugins.problems().stream().filter(each -> each.kind() == Plugin.class && isOurs(each)).map(Problem::message).toList();
    }

    private boolean isOurs(Problem problem) {
        return problem.file().contains(path.getFileName().toString());
    }
}
