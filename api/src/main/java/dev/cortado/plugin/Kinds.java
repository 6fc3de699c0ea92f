package dev.cortado.plugin;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The kinds of plug-ins that are known without being asked for. A class loader cannot be asked which services files it has,
/// so whoever brings a kind names its interface in a file of that name: the toolkit its own, a stranger theirs.
final class Kinds {
    static final String FILE = "META-INF/cortado/kinds";

    private final Map<String, Class<? extends Plugin>> found = new LinkedHashMap<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    private Kinds() {
    }

    static Kinds search(List<ClassLoader> loaders) {
        Kinds kinds = new Kinds();
        loaders.forEach(kinds::searchFiles);
        kinds.problems.keySet().removeIf(kinds.found::containsKey);
        kinds.problems.values().forEach(Problem::log);
        return kinds;
    }

    private void searchFiles(ClassLoader loader) {
        try {
            for (URL url : Collections.list(loader.getResources(FILE))) {
                searchFile(new ServicesFile(url), loader);
            }
        } catch (IOException e) {
            problems.put(FILE, new Problem(Plugin.class, loader.toString(), FILE, "its files cannot be found: " + e, e));
        }
    }

    private void searchFile(ServicesFile file, ClassLoader loader) {
        try {
            for (String line : file.lines()) {
                take(line, file.url().toString(), loader);
            }
        } catch (IOException e) {
            String url = file.url().toString();
            problems.put(url, new Problem(Plugin.class, url, url, "the file cannot be read: " + e, e));
        }
    }

    private void take(String name, String file, ClassLoader loader) {
        if (found.containsKey(name)) {
            return;
        }
        try {
            found.put(name, Plugins.requireKind(Class.forName(name, false, loader)));
        } catch (ClassNotFoundException | PluginException | LinkageError e) {
            String reason = e instanceof PluginException ? String.valueOf(e.getMessage()) : "there is no such kind: " + e;
            problems.putIfAbsent(name, new Problem(Plugin.class, file, Problem.shown(name), reason, e));
        }
    }

    /// By order of their names.
    List<Class<? extends Plugin>> found() {
        return found.values().stream()
                .sorted(Comparator.<Class<? extends Plugin>, String>comparing(Class::getSimpleName).thenComparing(Class::getName)).toList();
    }

    List<Problem> problems() {
        return List.copyOf(problems.values());
    }
}
