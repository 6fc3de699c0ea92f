package dev.cortado.testkit;

import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The program that checks a finished plug-in jar: every plug-in that its services files name is put through the contract of
/// its kind, on every engine on the class path. Kinds that it brings itself must exist, too.
///
/// ```text
/// java -cp 'lib/*:swish.jar' dev.cortado.testkit.CheckJar swish.jar
/// java -cp 'lib/*:conv.jar' dev.cortado.testkit.CheckJar conv.jar 'my_conv(filters=2, kernel=3)'
/// ```
///
/// Arguments behind the jar are plug-ins in text form, to be checked with these settings: for one that has required settings,
/// which otherwise are guessed. The program ends with 0 if all is well, with 1 if a plug-in is broken or breaks its
/// contract, and with 2 if there was nothing to check.
public final class CheckJar {
    private static final int KEPT = 0;
    private static final int BROKEN = 1;
    private static final int NOTHING = 2;

    private final PrintStream out;
    private final PluginJarFile jar;
    private final Plugins plugins;
    private final List<String> examples;
    private int good;
    private int bad;

    private CheckJar(PrintStream out, PluginJarFile jar, Plugins plugins, List<String> examples) {
        this.out = out;
        this.jar = jar;
        this.plugins = plugins;
        this.examples = examples;
    }

    /// Checks a jar and ends the process.
    ///
    /// @param arguments the jar, and examples in text form
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        if (arguments.length == 0) {
            out.println("Which jar? java -cp … dev.cortado.testkit.CheckJar plugin.jar ['my_layer(units=4)' …]");
            return NOTHING;
        }
        Path path = Path.of(arguments[0]);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {path.toUri().toURL()}, CheckJar.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            List<String> examples = Arrays.asList(arguments).subList(1, arguments.length);
            return new CheckJar(out, PluginJarFile.read(path, loader), Plugins.load(), examples).check();
        } catch (IOException e) {
            out.printf("%s cannot be read as a jar: %s%n", path, e);
            return NOTHING;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private int check() {
        jar.unknown().forEach(this::tellBroken);
        jar.brokenKinds(plugins).forEach(this::tellBroken);
        jar.named().keySet().forEach(this::check);
        if (good + bad == 0) {
            out.printf("%s names no plug-in: it has no file META-INF/services/dev.cortado.….Kind with the name of a class%n", jar.path());
            return NOTHING;
        }
        out.printf("%s: %s%n", jar.path(), bad == 0 ? "all is well" : "%d of %d are broken".formatted(bad, good + bad));
        return bad == 0 ? KEPT : BROKEN;
    }

    private void check(Class<? extends Plugin> kind) {
        jar.problems(kind, plugins).forEach(this::tellBroken);
        for (Plugin prototype : jar.plugins(kind, plugins)) {
            subjects(kind, prototype).forEach((text, subject) -> subject.ifPresentOrElse(
                    plugin -> examine(kind, text, plugin),
                    () -> tellBroken("%s cannot be tried: give an example of it behind the jar, such as '%s(…)'"
                            .formatted(text, prototype.name()))));
        }
    }

    private SequencedMap<String, Optional<Plugin>> subjects(Class<? extends Plugin> kind, Plugin prototype) {
        SequencedMap<String, Optional<Plugin>> subjects = new TreeMap<>();
        Example example = new Example(plugins, kind);
        for (String text : examples) {
            example.made(text).filter(prototype.getClass()::isInstance)
                    .ifPresent(plugin -> subjects.put(Plugins.text(plugin), Optional.of(plugin)));
        }
        if (subjects.isEmpty()) {
            Optional<Plugin> guessed = example.like(prototype);
            subjects.put(guessed.map(Plugins::text).orElse(prototype.name()), guessed);
        }
        return subjects;
    }

    private void examine(Class<? extends Plugin> kind, String text, Plugin plugin) {
        Optional<String> obstacle = Plugins.unavailable(plugin);
        if (obstacle.isPresent()) {
            tellBroken("%s cannot be used here: %s".formatted(text, obstacle.get()));
            return;
        }
        Examination found = Examination.of(plugin);
        good += found.failures().isEmpty() ? 1 : 0;
        bad += found.failures().isEmpty() ? 0 : 1;
        out.printf("%s %s: %s%n", kind.getSimpleName(), text, found.failures().isEmpty()
                ? "keeps all %d promises".formatted(found.checks())
                : "breaks %d of %d promises".formatted(found.failures().size(), found.checks()));
        found.failures().forEach((promise, reason) -> out.printf("  - %s%n%s%n", promise, reason.indent(6).stripTrailing()));
    }

    private void tellBroken(String message) {
        bad++;
        out.println("Broken: " + message);
    }
}
