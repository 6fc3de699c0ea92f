package dev.cortado.plugin;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/// Looks for the plug-ins of one kind, loader by loader, and notes what is broken. A class that was good once stays good,
/// however often and from wherever it is named again.
final class Discovery<P extends Plugin> {
    private final Class<P> kind;
    private final Map<String, P> found = new LinkedHashMap<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    private Discovery(Class<P> kind) {
        this.kind = kind;
    }

    static <P extends Plugin> Catalog<P> search(Class<P> kind, List<ClassLoader> loaders) {
        Discovery<P> discovery = new Discovery<>(kind);
        for (ClassLoader loader : loaders) {
            discovery.searchFiles(loader);
            discovery.searchModules(loader);
        }
        discovery.problems.keySet().removeIf(discovery.found::containsKey);
        return Catalog.of(kind, List.copyOf(discovery.found.values()), List.copyOf(discovery.problems.values()));
    }

    private void searchFiles(ClassLoader loader) {
        String name = "META-INF/services/" + kind.getName();
        try {
            for (URL url : Collections.list(loader.getResources(name))) {
                searchFile(new ServicesFile(url), loader);
            }
        } catch (IOException e) {
            blame(name, loader.toString(), "its services files cannot be found: " + e, e);
        }
    }

    private void searchFile(ServicesFile file, ClassLoader loader) {
        try {
            for (String line : file.lines()) {
                if (ServicesFile.isClassName(line)) {
                    take(line, file.url().toString(), loader);
                } else {
                    blame(line, file.url().toString(), "this line is not the name of a class", null);
                }
            }
        } catch (IOException e) {
            blame(file.url().toString(), file.url().toString(), "the file cannot be read: " + e, e);
        }
    }

    /// What explicit modules provide stands in no file. The errors are those of jars already blamed; one that comes twice
    /// running would come for ever.
    private void searchModules(ClassLoader loader) {
        Spliterator<Class<? extends P>> types = ServiceLoader.load(kind, loader).stream()
                .<Class<? extends P>>map(ServiceLoader.Provider::type)
                .filter(type -> type.getModule().isNamed()).spliterator();
        String last = "";
        for (boolean more = true; more;) {
            try {
                more = types.tryAdvance(type -> take(type.getName(), type.getModule().toString(), type.getClassLoader()));
            } catch (ServiceConfigurationError | LinkageError e) {
                more = !last.equals(e.toString());
                last = e.toString();
            }
        }
    }

    private void take(String name, String file, ClassLoader loader) {
        if (found.containsKey(name)) {
            return;
        }
        try {
            found.put(name, prototype(Class.forName(name, false, loader)));
        } catch (ClassNotFoundException e) {
            blame(name, file, "there is no such class", e);
        } catch (PluginException e) {
            blame(name, file, String.valueOf(e.getMessage()), e.getCause());
        } catch (ExceptionInInitializerError e) {
            blame(name, file, "it breaks when it is loaded: " + e.getCause(), e.getCause());
        } catch (RuntimeException | Error e) {
            blame(name, file, "it breaks when it is loaded: " + e, e);
        }
    }

    private P prototype(Class<?> type) {
        if (!kind.isAssignableFrom(type)) {
            throw new PluginException("%s does not implement %s%s".formatted(type.getName(), kind.getName(), copyHint(type)));
        }
        Blueprint blueprint = Blueprint.of(type.asSubclass(Plugin.class));
        Plugin prototype = blueprint.prototype();
        if (!Names.isName(prototype.name())) {
            throw new PluginException("its name '%s' is not in snake_case".formatted(prototype.name()));
        }
        for (Component component : blueprint.components()) {
            checkComponent(component, prototype);
        }
        return kind.cast(prototype);
    }

    private static void checkComponent(Component component, Plugin prototype) {
        if (component.name().equals("type") || component.name().equals("name")) {
            throw new PluginException("a setting cannot be called '%s', which says what the plug-in is called"
                    .formatted(component.name()));
        }
        component.value(prototype);
    }

    /// Two classes of one name from two loaders are a riddle to whoever meets them first.
    private String copyHint(Class<?> type) {
        for (Class<?> face : type.getInterfaces()) {
            if (face.getName().equals(kind.getName())) {
                return "; it implements the one of another class loader, from " + Origin.jar(face);
            }
        }
        return "";
    }

    private void blame(String provider, String file, String reason, @Nullable Throwable cause) {
        problems.putIfAbsent(provider, new Problem(kind, file, Problem.shown(provider), reason, cause));
    }
}
