package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Tanh;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plug-in jars of strangers, good and broken, alone and together.
class StrangersTest {
    private static final String BODY = "public Expression apply(Expression x) { return x; } ";

    @TempDir
    private static Path classes;

    @TempDir
    private Path folder;

    private final Logger logger = Logger.getLogger(Plugins.class.getName());
    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeAll
    static void compile() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String swish : List.of("org.example.Swish", "com.other.Swish")) {
            activation(sources, swish, "public record Swish(double beta) implements Activation { "
                    + "public Swish() { this(1); } %s}");
        }
        activation(sources, "org.example.Bent", "public record Bent() implements Activation { %s}");
        activation(sources, "org.example.Throwing", "public record Throwing() implements Activation { public Throwing { "
                + "if (true) throw new IllegalStateException(\"no power\"); } %s}");
        activation(sources, "org.example.Static", "public record Static() implements Activation { "
                + "static final int N = Integer.parseInt(\"x\"); %s}");
        activation(sources, "org.example.NoDefaults", "public record NoDefaults(double beta) implements Activation { %s}");
        activation(sources, "org.example.NoRecord", "public class NoRecord implements Activation { %s}");
        activation(sources, "org.example.NoActivation", "public record NoActivation() { %s}");
        activation(sources, "org.example.Misnamed", "public record Misnamed() implements Activation { "
                + "public String name() { return \"Mis Named\"; } %s}");
        activation(sources, "org.example.Nameless", "public record Nameless() implements Activation { "
                + "public String name() { return null; } %s}");
        activation(sources, "org.example.Silent", "public record Silent() implements Activation { "
                + "public String name() { throw new AssertionError(\"hush\"); } %s}");
        activation(sources, "org.example.Strange", "public record Strange(java.util.Map<String, String> map) implements Activation { "
                + "public Strange() { this(null); } %s}");
        activation(sources, "org.example.Typed", "public record Typed(String type) implements Activation { "
                + "public Typed() { this(\"x\"); } %s}");
        activation(sources, "org.example.Named", "public record Named(String name) implements Activation { "
                + "public Named() { this(\"x\"); } %s}");
        activation(sources, "org.example.Gone", "public interface Gone { }");
        activation(sources, "org.example.Orphan", "public record Orphan() implements Activation, Gone { %s}");
        activation(sources, "org.example.Closed", "public record Closed(double beta) implements Activation { public Closed() { this(1); } "
                + "public double beta() { throw new IllegalStateException(\"closed\"); } %s}");
        activation(sources, "org.example.Relu", "public record Relu() implements Activation { %s}");
        PluginJar.compile(classes, sources, "-cp", PluginJar.root(Plugin.class).toString());
    }

    private static void activation(Map<String, String> sources, String name, String code) {
        String home = name.substring(0, name.lastIndexOf('.'));
        sources.put(name, "package " + home + "; import dev.cortado.activation.Activation; "
                + "import dev.cortado.expression.Expression; " + code.formatted(BODY));
    }

    /// What is broken here on purpose need not be read by whoever reads the build.
    @BeforeEach
    void logToNobody() {
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void closeLoaders() throws IOException {
        logger.setUseParentHandlers(true);
        Thread.currentThread().setContextClassLoader(before);
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }

    /// A jar that has these classes and names them in its services file.
    private Path jar(String file, String... names) throws IOException {
        PluginJar jar = new PluginJar().services(Activation.class, names);
        for (String name : names) {
            jar.with(classes, name);
        }
        return jar.write(folder.resolve(file));
    }

    private URLClassLoader loader(Path... jars) throws MalformedURLException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        URLClassLoader loader = new URLClassLoader(urls, Plugin.class.getClassLoader());
        loaders.add(loader);
        return loader;
    }

    private Plugins plugins(Path... jars) throws MalformedURLException {
        return Plugins.load(loader(jars));
    }

    private static void standardActivationsLive(Plugins plugins) {
        assertThat(plugins.get(Activation.class, "tanh")).isEqualTo(new Tanh());
        assertThat(plugins.all(Activation.class)).extracting(Plugin::name).contains("sigmoid", "leaky_relu", "gelu");
    }

    private static Problem onlyProblem(Plugins plugins) {
        assertThat(plugins.problems(Activation.class)).hasSize(1);
        return plugins.problems(Activation.class).getFirst();
    }

    @Test
    void aJarOfAStrangerBringsItsPlugins() throws IOException {
        Plugins plugins = plugins(jar("nice.jar", "org.example.Swish", "org.example.Bent"));
        assertThat(plugins.problems(Activation.class)).isEmpty();
        assertThat(Plugins.text(plugins.get(Activation.class, "swish(beta=2)"))).isEqualTo("swish(2)");
        assertThat(plugins.all(Activation.class)).extracting(Plugin::name).contains("bent", "swish", "relu").isSorted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Throwing     | constructor without arguments of org.example.Throwing throws java.lang.IllegalStateException: no power | IllegalStateException
        Static       | it breaks when it is loaded: java.lang.NumberFormatException: For input string: "x" | NumberFormatException
        NoDefaults   | org.example.NoDefaults has no constructor without arguments; it needs one that holds the defaults: public NoDefaults() { this(…); } | NoSuchMethodException
        NoRecord     | org.example.NoRecord is not a record |
        NoActivation | org.example.NoActivation does not implement dev.cortado.activation.Activation |
        Misnamed     | its name 'Mis Named' is not in snake_case |
        Nameless     | it breaks when it is loaded | NullPointerException
        Silent       | it breaks when it is loaded: java.lang.AssertionError: hush | AssertionError
        Strange      | its setting 'map' has type java.util.Map<java.lang.String, java.lang.String>, which cannot be written as text; good are int |
        Typed        | a setting cannot be called 'type' |
        Named        | a setting cannot be called 'name' |
        Orphan       | it breaks when it is loaded: java.lang.NoClassDefFoundError: org/example/Gone | NoClassDefFoundError
        Closed       | does not tell its 'beta': java.lang.IllegalStateException: closed | IllegalStateException
        """)
    void aBrokenPluginIsToldByFileAndCauseAndTakesNothingElseDown(String name, String reason, String cause) throws IOException {
        Path jar = jar("broken.jar", "org.example." + name, "org.example.Swish");
        Plugins plugins = plugins(jar);
        Problem problem = onlyProblem(plugins);
        assertThat(problem.provider()).isEqualTo("org.example." + name);
        assertThat(problem.file()).contains("broken.jar").endsWith("META-INF/services/dev.cortado.activation.Activation");
        assertThat(problem.reason()).contains(reason);
        assertThat(problem.cause() == null ? null : problem.cause().getClass().getSimpleName()).isEqualTo(cause);
        assertThat(plugins.get(Activation.class, "swish").name()).isEqualTo("swish");
        standardActivationsLive(plugins);
    }

    @Test
    void aClassThatIsMissingIsTold() throws IOException {
        Plugins plugins = plugins(new PluginJar().services(Activation.class, "org.example.Missing").write(folder.resolve("empty.jar")));
        assertThat(onlyProblem(plugins).message()).startsWith("org.example.Missing (jar:file:").contains("empty.jar!/META-INF/services/")
                .endsWith("there is no such class");
        assertThat(onlyProblem(plugins).cause()).isInstanceOf(ClassNotFoundException.class);
        standardActivationsLive(plugins);
    }

    @Test
    void whoAsksForABrokenPluginIsToldOfIt() throws IOException {
        Plugins plugins = plugins(jar("broken.jar", "org.example.Throwing"));
        assertThatThrownBy(() -> plugins.get(Activation.class, "throwing")).isInstanceOf(PluginException.class)
                .hasMessageStartingWith("There is no activation 'throwing'. Known are celu, elu, ")
                .hasMessageContaining("Broken is org.example.Throwing").hasMessageContaining("no power");
    }

    @Test
    void aLineThatNamesNoClassIsToldAndTheOthersAreRead() throws IOException {
        Plugins plugins = plugins(new PluginJar().with(classes, "org.example.Swish").with(classes, "org.example.Bent")
                .services(Activation.class, "# ours", "", "org example Swish", "  org.example.Swish  # the best", "<html>", "org.example.Bent")
                .write(folder.resolve("messy.jar")));
        assertThat(plugins.problems(Activation.class)).extracting(Problem::provider).containsExactly("org example Swish", "<html>");
        assertThat(plugins.problems(Activation.class)).extracting(Problem::reason).containsOnly("this line is not the name of a class");
        assertThat(plugins.all(Activation.class)).extracting(Plugin::name).contains("swish", "bent");
        standardActivationsLive(plugins);
    }

    @Test
    void aByteOrderMarkIsSeen() throws IOException {
        Plugins plugins = plugins(new PluginJar().with(classes, "org.example.Swish")
                .services(Activation.class, "\uFEFForg.example.Swish").write(folder.resolve("marked.jar")));
        assertThat(plugins.problems(Activation.class)).extracting(Problem::provider).containsExactly("?org.example.Swish");
    }

    @Test
    void aServicesFileOfRubbishIsTold() throws IOException {
        byte[] rubbish = {(byte) 0xff, (byte) 0xfe, 0, 1, 2, (byte) 0x80};
        Plugins plugins = plugins(new PluginJar().entry("META-INF/services/" + Activation.class.getName(), rubbish)
                .write(folder.resolve("rubbish.jar")));
        assertThat(onlyProblem(plugins).file()).contains("rubbish.jar");
        assertThat(onlyProblem(plugins).provider()).isEqualTo("??????");
        standardActivationsLive(plugins);
    }

    @Test
    void aServicesFileThatCannotBeUnpackedIsTold() throws IOException {
        Path jar = jar("nice.jar", "org.example.Swish");
        byte[] bytes = Files.readAllBytes(jar);
        int content = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(Activation.class.getName())
                + Activation.class.getName().length();
        bytes[content] ^= 0x7f;
        bytes[content + 1] ^= 0x7f;
        Files.write(jar, bytes);
        Plugins plugins = plugins(jar);
        assertThat(onlyProblem(plugins).file()).contains("nice.jar");
        standardActivationsLive(plugins);
    }

    @Test
    void aFileThatIsNoJarTakesNothingDown() throws IOException {
        Path fake = Files.writeString(folder.resolve("fake.jar"), "no jar at all");
        Plugins plugins = plugins(fake, jar("nice.jar", "org.example.Swish"));
        assertThat(plugins.get(Activation.class, "swish").name()).isEqualTo("swish");
        standardActivationsLive(plugins);
    }

    @Test
    void aClassFileThatIsNoneIsTold() throws IOException {
        Plugins plugins = plugins(new PluginJar().services(Activation.class, "org.example.Swish")
                .entry("org/example/Swish.class", new byte[] {1, 2, 3}).write(folder.resolve("torn.jar")));
        assertThat(onlyProblem(plugins).cause()).isInstanceOf(ClassFormatError.class);
        standardActivationsLive(plugins);
    }

    @Test
    void aClassForANewerJavaIsTold() throws IOException {
        byte[] newer = Files.readAllBytes(classes.resolve("org/example/Swish.class"));
        newer[7] = 120;
        Plugins plugins = plugins(new PluginJar().services(Activation.class, "org.example.Swish")
                .entry("org/example/Swish.class", newer).write(folder.resolve("newer.jar")));
        assertThat(onlyProblem(plugins).cause()).isInstanceOf(UnsupportedClassVersionError.class);
        standardActivationsLive(plugins);
    }

    @Test
    void ofTwoPluginsWithOneNameNeitherWins() throws IOException {
        Plugins plugins = plugins(jar("one.jar", "org.example.Swish", "org.example.Bent"), jar("two.jar", "com.other.Swish"));
        String one = "org.example.Swish in " + folder.resolve("one.jar");
        String two = "com.other.Swish in " + folder.resolve("two.jar");
        assertThatThrownBy(() -> plugins.get(Activation.class, "swish")).isInstanceOf(PluginException.class)
                .hasMessage("2 plug-ins have the name 'swish', and neither is taken: " + two + " and " + one);
        assertThat(plugins.all(Activation.class)).extracting(Plugin::name).contains("bent").doesNotContain("swish");
        assertThat(onlyProblem(plugins).provider()).isEqualTo("swish");
        assertThat(onlyProblem(plugins).file()).contains("one.jar").contains("two.jar");
        standardActivationsLive(plugins);
    }

    @Test
    void aStrangerCannotTakeTheNameOfAStandardPluginUnseen() throws IOException {
        Plugins plugins = plugins(jar("mine.jar", "org.example.Relu"));
        assertThatThrownBy(() -> plugins.get(Activation.class, "relu")).isInstanceOf(PluginException.class)
                .hasMessageContaining("dev.cortado.activation.Relu in ").hasMessageContaining("org.example.Relu in ");
        standardActivationsLive(plugins);
    }

    @Test
    void oneJarTwiceIsNoClash() throws IOException {
        Path jar = jar("one.jar", "org.example.Swish");
        Path copy = Files.copy(jar, folder.resolve("copy.jar"));
        Plugins plugins = plugins(jar, copy);
        assertThat(plugins.problems(Activation.class)).isEmpty();
        assertThat(plugins.get(Activation.class, "swish").name()).isEqualTo("swish");
    }

    @Test
    void aShadedJarThatBringsTheToolkitAgainIsNoClash() throws IOException {
        Plugins plugins = plugins(shaded());
        assertThat(plugins.problems()).isEmpty();
        assertThat(plugins.list()).extracting(each -> each.kind().getSimpleName() + " " + each.name())
                .contains("Activation swish", "Layer dense").doesNotHaveDuplicates();
        assertThat(plugins.get(Activation.class, "swish").name()).isEqualTo("swish");
        standardActivationsLive(plugins);
    }

    /// As some servers do it: whatever the jar has is taken from there, another copy of the toolkit too.
    @Test
    void aPluginOfAnotherCopyOfTheToolkitIsToldAsSuch() throws IOException {
        Path shaded = shaded();
        Thread.currentThread().setContextClassLoader(childFirst(shaded));
        Plugins plugins = Plugins.load();
        assertThat(onlyProblem(plugins).provider()).isEqualTo("org.example.Swish");
        assertThat(onlyProblem(plugins).reason()).isEqualTo("org.example.Swish does not implement dev.cortado.activation.Activation;"
                + " it implements the one of another class loader, from " + shaded);
        assertThat(plugins.kinds()).isEqualTo(Plugins.load(Plugin.class.getClassLoader()).kinds());
        standardActivationsLive(plugins);
    }

    private Path shaded() throws IOException {
        Path api = PluginJar.root(Plugin.class);
        String services = "META-INF/services/" + Activation.class.getName();
        return new PluginJar().withAll(api).with(classes, "org.example.Swish")
                .services(Activation.class, Files.readString(api.resolve(services)), "org.example.Swish").write(folder.resolve("shaded.jar"));
    }

    private ClassLoader childFirst(Path jar) throws MalformedURLException {
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, Plugin.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> loaded = findLoadedClass(name);
                    if (loaded == null && (name.startsWith("dev.cortado.") || name.startsWith("org.example."))) {
                        loaded = findClass(name);
                    }
                    return loaded == null ? super.loadClass(name, resolve) : loaded;
                }
            }
        };
        loaders.add(loader);
        return loader;
    }

    @Test
    void theContextClassLoaderIsSearched() throws IOException {
        Thread.currentThread().setContextClassLoader(loader(jar("nice.jar", "org.example.Swish")));
        assertThat(Plugins.load().get(Activation.class, "swish").name()).isEqualTo("swish");
    }

    @Test
    void theToolkitsOwnPluginsAreFoundWhateverTheContextClassLoaderIs() {
        Thread.currentThread().setContextClassLoader(null);
        standardActivationsLive(Plugins.load());
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        standardActivationsLive(Plugins.load());
    }

    @Test
    void aThreadOfTheCommonPoolFindsPlugins() throws IOException {
        Plugins plugins = plugins(jar("nice.jar", "org.example.Swish"));
        assertThat(CompletableFuture.supplyAsync(() -> plugins.get(Activation.class, "swish(2)").name()).join()).isEqualTo("swish");
        CompletableFuture.runAsync(() -> standardActivationsLive(Plugins.load())).join();
    }

    @Test
    void manyThreadsSeeThePluginsThatWereFoundOnce() throws IOException {
        Plugins plugins = plugins(jar("nice.jar", "org.example.Swish"));
        List<CompletableFuture<Activation>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(CompletableFuture.supplyAsync(() -> plugins.get(Activation.class, "swish")));
        }
        Activation first = all.getFirst().join();
        assertThat(all).allSatisfy(each -> assertThat(each.join()).isSameAs(first));
    }

    @Test
    void aListingTellsJarAndVersion() throws IOException {
        Path jar = new PluginJar().manifest("Implementation-Version", "1.2.3").services(Activation.class, "org.example.Swish")
                .with(classes, "org.example.Swish").write(folder.resolve("nice.jar"));
        Listing swish = plugins(jar).list(Activation.class).stream().filter(each -> each.name().equals("swish")).findFirst().orElseThrow();
        assertThat(swish.kind()).isEqualTo(Activation.class);
        assertThat(swish.type().getName()).isEqualTo("org.example.Swish");
        assertThat(swish.jar()).isEqualTo(jar.toString());
        assertThat(swish.version()).isEqualTo("1.2.3");
        assertThat(swish.settings()).containsExactly(new Listing.Entry("beta", "a number", "1", "", false));
    }

    @Test
    void aProblemIsLoggedOnceAsAWarningHoweverOftenItIsFound() throws IOException {
        Path broken = jar("broken.jar", "org.example.Throwing");
        Path other = jar("other.jar", "org.example.Throwing");
        List<String> logged = new ArrayList<>();
        Handler handler = new Listener(logged);
        logger.addHandler(handler);
        try {
            for (Path jar : List.of(broken, broken, other)) {
                Plugins plugins = plugins(jar);
                plugins.all(Activation.class);
                assertThat(plugins.problems(Activation.class)).hasSize(1);
            }
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(logged).hasSize(2).allSatisfy(line -> assertThat(line)
                .startsWith("WARNING A plug-in cannot be used: org.example.Throwing").contains("no power"));
        assertThat(logged.get(0)).contains("broken.jar");
        assertThat(logged.get(1)).contains("other.jar");
    }

    private static final class Listener extends Handler {
        private final List<String> logged;

        Listener(List<String> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    }

    /// On the module path, with the toolkit as an automatic module: no services file, but `provides … with …`.
    @Test
    void anExplicitModuleProvidesPlugins() throws IOException, ReflectiveOperationException {
        Path api = new PluginJar().withAll(PluginJar.root(Plugin.class)).manifest("Automatic-Module-Name", "cortado.api")
                .write(folder.resolve("api.jar"));
        Path module = Files.createDirectory(folder.resolve("module"));
        PluginJar.compile(module, Map.of(
                "module-info", "module swish { requires cortado.api; exports org.example; "
                        + "provides dev.cortado.activation.Activation with org.example.Swish; }",
                "org.example.Swish", "package org.example; public record Swish() implements dev.cortado.activation.Activation { "
                        + "public dev.cortado.expression.Expression apply(dev.cortado.expression.Expression x) { return x; } }"),
                "--module-path", api.toString());
        Configuration configuration = ModuleLayer.boot().configuration()
                .resolve(ModuleFinder.of(api, module), ModuleFinder.of(), Set.of("swish"));
        ModuleLayer layer = ModuleLayer.boot().defineModulesWithOneLoader(configuration, Plugin.class.getClassLoader());
        assertThat(found(layer.findLoader("cortado.api"), "swish")).hasToString("Swish[]");
        assertThat(found(layer.findLoader("cortado.api"), "tanh")).hasToString("Tanh[]");
    }

    private static Object found(ClassLoader loader, String name) throws ReflectiveOperationException {
        Class<?> door = loader.loadClass(Plugins.class.getName());
        Object plugins = door.getMethod("load", ClassLoader.class).invoke(null, loader);
        try {
            return door.getMethod("get", Class.class, String.class).invoke(plugins, loader.loadClass(Activation.class.getName()), name);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
