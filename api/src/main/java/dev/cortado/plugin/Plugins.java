package dev.cortado.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The plug-ins that are on the class path, by kind and name.
///
/// A kind is an interface that directly extends [Plugin]. Each kind is looked for once, when it is first asked for. A
/// broken plug-in is logged, once in a process, and told by [#problems], and takes nothing else down. Usable from any thread.
///
/// ```java
/// Plugins plugins = Plugins.load();
/// plugins.list().forEach(each -> log(each.kind().getSimpleName() + " " + each.name() + " from " + each.jar()));
/// plugins.problems().forEach(each -> log(each.message()));
/// ```
public final class Plugins {
    private final List<ClassLoader> loaders;
    private final ConcurrentMap<Class<? extends Plugin>, Catalog<? extends Plugin>> catalogs = new ConcurrentHashMap<>();
    private @Nullable Kinds kinds;

    private Plugins(List<ClassLoader> loaders) {
        this.loaders = loaders;
    }

    /// The plug-ins of the thread's context class loader, if it has one, and of the loader of this toolkit.
    public static Plugins load() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new Plugins(Stream.of(context, Plugins.class.getClassLoader()).filter(Objects::nonNull).distinct().toList());
    }

    /// The plug-ins that one class loader, with its parents, can see.
    public static Plugins load(ClassLoader loader) {
        return new Plugins(List.of(loader));
    }

    /// The plug-in of a text form: `relu`, `leaky_relu(0.2)`, `dense(100, activation=relu)`.
    ///
    /// @param kind its kind, or a subtype of that
    /// @throws PluginException if there is no such plug-in, or not with these settings; the message says what there is
    public <P extends Plugin> P get(Class<P> kind, String text) {
        return new Binding(this).plugin(kind, TextReader.read(text));
    }

    /// The plug-in of a JSON form: a string that is a text form, or `{"type": "leaky_relu", "alpha": 0.2}`.
    ///
    /// @param kind its kind, or a subtype of that
    /// @throws PluginException if there is no such plug-in, or not with these settings; the message says what there is
    public <P extends Plugin> P get(Class<P> kind, JsonNode json) {
        return new Binding(this).plugin(kind, PluginJson.read(json));
    }

    /// The plug-in of this name with settings in JSON: `{"alpha": 0.2}`.
    ///
    /// @param kind its kind, or a subtype of that
    /// @throws PluginException if there is no such plug-in, or not with these settings; the message says what there is
    public <P extends Plugin> P get(Class<P> kind, String name, JsonNode settings) {
        return new Binding(this).plugin(kind, PluginJson.read(name, settings));
    }

    /// All plug-ins of a kind with their defaults, by order of their names.
    public <P extends Plugin> List<P> all(Class<P> kind) {
        return catalog(kind).plugins().values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The kinds that there are, by order of their names: the toolkit's, and those that others name in a file
    /// `META-INF/cortado/kinds`, one interface a line.
    public List<Class<? extends Plugin>> kinds() {
        return searchedKinds().found();
    }

    /// What is known of all plug-ins of all kinds, kind by kind, by order of their names.
    public List<Listing> list() {
        return kinds().stream().flatMap(kind -> list(kind).stream()).toList();
    }

    /// What was found of any kind and cannot be used, and why: broken plug-ins, and clashes of several with one name.
    public List<Problem> problems() {
        return Stream.concat(searchedKinds().problems().stream(), kinds().stream().flatMap(kind -> problems(kind).stream())).toList();
    }

    private synchronized Kinds searchedKinds() {
        if (kinds == null) {
            kinds = Kinds.search(loaders);
        }
        return kinds;
    }

    /// What is known of all plug-ins of a kind, by order of their names.
    public List<Listing> list(Class<? extends Plugin> kind) {
        return all(kind).stream().map(each -> Listing.of(kindOf(kind), each)).toList();
    }

    /// What was found of a kind and cannot be used, and why.
    public List<Problem> problems(Class<? extends Plugin> kind) {
        return catalog(kind).problems();
    }

    Plugin prototype(Class<? extends Plugin> kind, String name) {
        return catalog(kind).get(name);
    }

    private Catalog<? extends Plugin> catalog(Class<? extends Plugin> wanted) {
        return catalogs.computeIfAbsent(kindOf(wanted), kind -> Discovery.search(kind, loaders));
    }

    private static Class<? extends Plugin> kindOf(Class<? extends Plugin> wanted) {
        for (Class<?> type = wanted; type != null; type = type.getSuperclass()) {
            Class<?> kind = kindAbove(type);
            if (kind != null) {
                return kind.asSubclass(Plugin.class);
            }
        }
        throw noKind(wanted);
    }

    /// This type if it is a kind, or else the first of its interfaces, and of theirs, that is one.
    private static @Nullable Class<?> kindAbove(Class<?> type) {
        if (isKind(type)) {
            return type;
        }
        for (Class<?> face : type.getInterfaces()) {
            Class<?> kind = kindAbove(face);
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    static Class<? extends Plugin> requireKind(Class<?> type) {
        if (!isKind(type)) {
            throw noKind(type);
        }
        return type.asSubclass(Plugin.class);
    }

    private static boolean isKind(Class<?> face) {
        return face.isInterface() && Modifier.isPublic(face.getModifiers())
                && Arrays.asList(face.getInterfaces()).contains(Plugin.class);
    }

    private static PluginException noKind(Class<?> type) {
        return new PluginException("%s is no kind of plug-in: a kind is a public interface that extends Plugin"
                .formatted(type.getName()));
    }

    /// The shortest text form of a plug-in: settings at their default are left out. Reading it gives an equal plug-in.
    public static String text(Plugin plugin) {
        return Description.TEXT.of(plugin).text();
    }

    /// The JSON form of a plug-in: its name as a string, or an object with the settings that are not at their default.
    /// Reading it gives an equal plug-in.
    public static JsonNode json(Plugin plugin) {
        return PluginJson.write(Description.JSON.of(plugin));
    }

    /// Why a plug-in cannot be used here; also for one that breaks when it is asked, because its library may be missing.
    public static Optional<String> unavailable(Plugin plugin) {
        try {
            return plugin.unavailable();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("it breaks when asked whether it can be used: " + e);
        }
    }

    /// Fails if a plug-in that was made in Java lacks a required setting, or has one out of range; so for all plug-ins in
    /// it. A setting that is required counts as missing while it has the default, which is only a placeholder.
    ///
    /// @throws PluginException naming the first such setting
    public static void check(Plugin plugin) {
        Check.all(plugin);
    }
}
