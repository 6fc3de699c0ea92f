package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cortado.activation.Activation;
import dev.cortado.engine.Engine;
import dev.cortado.plugin.Gadgets.Gadget;
import dev.cortado.plugin.Gadgets.Knob;
import dev.cortado.plugin.Gadgets.Lever;
import dev.cortado.plugin.Gadgets.Motor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One list over all kinds: the toolkit's and strangers', what works, what is broken and what clashes.
class KindsTest {
    @TempDir
    private Path folder;

    private final Logger logger = Logger.getLogger(Plugins.class.getName());

    @BeforeEach
    void logToNobody() {
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void logAgain() {
        logger.setUseParentHandlers(true);
    }

    private Path write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.write(path, List.of(lines));
    }

    private Plugins plugins() throws IOException {
        return Plugins.load(new URLClassLoader(new URL[] {folder.toUri().toURL()}, Plugin.class.getClassLoader()));
    }

    @Test
    void everyKindOfTheToolkitIsKnown() {
        List<String> kinds = new ClassFileImporter().importPath(PluginJar.root(Plugin.class)).stream()
                .filter(type -> type.isInterface() && type.getRawInterfaces().stream().anyMatch(face -> face.isEquivalentTo(Plugin.class)))
                .map(JavaClass::getName).toList();
        assertThat(Plugins.load().kinds()).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(kinds)
                .contains("dev.cortado.schedule.Schedule", "dev.cortado.data.DatasetProvider");
        assertThat(Plugins.load().kinds()).extracting(Class::getSimpleName).isSorted();
    }

    @Test
    void theListHasThePluginsOfAllKindsAndNothingOfThemIsBroken() {
        Plugins plugins = Plugins.load();
        assertThat(plugins.list()).extracting(each -> each.kind().getSimpleName() + " " + each.name()).doesNotHaveDuplicates()
                .contains("Activation relu", "Augmentation random_shift", "Constraint max_norm", "Engine plain", "Initializer he_normal",
                        "Layer conv2d", "Loss cross_entropy", "Metric accuracy", "Optimizer adam", "Schedule cosine");
        assertThat(plugins.list()).containsAll(plugins.list(Engine.class)).containsAll(plugins.list(Activation.class));
        assertThat(plugins.problems()).isEmpty();
    }

    @Test
    void aKindOfAStrangerIsListedOnceItIsNamed() throws IOException {
        write("META-INF/services/" + Gadget.class.getName(), Knob.class.getName());
        assertThat(plugins().list()).extracting(Listing::name).doesNotContain("knob");
        write(Kinds.FILE, "# ours", Gadget.class.getName(), Motor.class.getName());
        assertThat(plugins().kinds()).contains(Gadget.class, Motor.class, Activation.class);
        assertThat(plugins().list()).extracting(Listing::name).contains("knob", "relu");
        assertThat(plugins().problems()).isEmpty();
    }

    @Test
    void whatIsBrokenIsToldWhateverItsKind() throws IOException {
        write(Kinds.FILE, Gadget.class.getName());
        write("META-INF/services/" + Gadget.class.getName(), Lever.class.getName(), "org.example.Missing");
        write("META-INF/services/" + Engine.class.getName(), "two words");
        assertThat(plugins().problems()).extracting(each -> each.kind().getSimpleName() + " " + each.provider() + ": " + each.reason())
                .containsExactly("Engine two words: this line is not the name of a class", "Gadget org.example.Missing: there is no such class");
        assertThat(plugins().list()).extracting(Listing::name).contains("lever", "plain");
    }

    public record Relu() implements Gadget {
    }

    public record Plain() implements Gadget {
        @Override
        public String name() {
            return "knob";
        }
    }

    @Test
    void aClashIsOneOfTheProblemsAndNamesOfOtherKindsAreNone() throws IOException {
        write(Kinds.FILE, Gadget.class.getName());
        write("META-INF/services/" + Gadget.class.getName(), Knob.class.getName(), Plain.class.getName(), Relu.class.getName());
        assertThat(plugins().problems()).singleElement().satisfies(clash -> {
            assertThat(clash.provider()).isEqualTo("knob");
            assertThat(clash.reason()).startsWith("2 plug-ins have the name 'knob', and neither is taken");
        });
        assertThat(plugins().list()).extracting(Listing::name).contains("relu").doesNotContain("knob");
    }

    @Test
    void aKindThatIsNoneIsToldByFileAndCause() throws IOException {
        Path file = write(Kinds.FILE, "org.example.Missing", "two words", String.class.getName(), Knob.class.getName(), Gadget.class.getName());
        Plugins plugins = plugins();
        assertThat(plugins.problems()).extracting(Problem::provider)
                .containsExactly("org.example.Missing", "two words", "java.lang.String", Knob.class.getName());
        assertThat(plugins.problems()).allSatisfy(each -> {
            assertThat(each.file()).isEqualTo(file.toUri().toURL().toString());
            assertThat(each.kind()).isEqualTo(Plugin.class);
        });
        assertThat(plugins.problems().getFirst().reason()).startsWith("there is no such kind: java.lang.ClassNotFoundException");
        assertThat(plugins.problems().getLast().reason()).endsWith("is no kind of plug-in: a kind is a public interface that extends Plugin");
        assertThat(plugins.kinds()).contains(Gadget.class, Activation.class);
    }

    @Test
    void aThreadOfTheCommonPoolSeesTheSameList() throws IOException {
        write(Kinds.FILE, Gadget.class.getName());
        Plugins plugins = plugins();
        assertThat(CompletableFuture.supplyAsync(plugins::list).join()).isEqualTo(plugins.list());
        assertThat(CompletableFuture.supplyAsync(() -> Plugins.load().list()).join()).isEqualTo(Plugins.load().list());
    }
}
