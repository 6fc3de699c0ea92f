package dev.cortado.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.data.Dataset;
import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Plain;
import dev.cortado.network.Network;
import dev.cortado.plugin.Plugin;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the pages of the packages show is Java that compiles; engines and trainings are also run. Those of the plug-ins and of
/// the layers have tests of their own.
class PagesTest {
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final String EVERYWHERE = "import java.nio.file.Path; import java.util.*; import java.util.function.*; ";
    /// What a page may take for granted.
    private static final String FIELDS = "public dev.cortado.network.Network network; public dev.cortado.data.Dataset test; "
            + "public dev.cortado.data.Dataset samples; public Path file; ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "activation, 1, activation expression",
        "classic, 1, classic",
        "constraint, 1, constraint engine plugin tensor",
        "engine, 1, engine tensor",
        "evaluation, 3, activation data evaluation network tensor training",
        "expression, 1, expression",
        "initializer, 1, initializer tensor",
        "loss, 1, expression loss",
        "network, 2, network",
        "optimizer, 1, expression optimizer plugin",
        "safetensors, 1, safetensors tensor",
        "schedule, 1, plugin schedule",
        "tensor, 1, tensor",
        "training, 2, training"})
    void theCodeOnThePageCompiles(String room, int blocks, String imported) throws IOException {
        assertThat(compile(room, imported.split(" "))).hasSize(blocks);
    }

    @Test
    void noPageIsForgotten() throws IOException {
        try (Stream<Path> rooms = Files.list(sources())) {
            List<String> shown = rooms.map(room -> String.valueOf(room.getFileName())).filter(room -> !blocks(room).isEmpty()).sorted().toList();
            assertThat(shown).containsExactly("activation", "classic", "constraint", "engine", "evaluation", "expression", "initializer", "layer",
                    "loss", "network", "optimizer", "plugin", "safetensors", "schedule", "tensor", "training");
        }
    }

    @Test
    void theEngineOnItsPageTrainsAsThePlainOneDoes() throws Exception {
        compile("engine", "engine", "tensor");
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Engine.class.getName()), "MyEngine");
        try (URLClassLoader loader = loader(); Network mine = network(); Network plain = network()) {
            Training.of(mine, samples()).epochs(5).engine(Plugins.load(loader).get(Engine.class, "my_engine")).run();
            Training.of(plain, samples()).epochs(5).engine(new Plain()).run();
            mine.parameters().forEach(each -> assertThat(each.value().data())
                    .containsExactly(plain.parameters().value(each.name()).data(), within(1e-5f)));
        }
    }

    @Test
    void theTrainingsOnTheirPageLearn() throws Exception {
        compile("training", "training");
        for (String shown : List.of("Shown0", "Shown1")) {
            try (URLClassLoader loader = loader(); Network network = network()) {
                Object page = loader.loadClass(shown).getConstructor().newInstance();
                page.getClass().getField("network").set(page, network);
                page.getClass().getField("samples").set(page, samples());
                page.getClass().getField("file").set(page, folder.resolve(shown + ".safetensors"));
                Tensor before = network.parameters().value("0.weight").copy();
                page.getClass().getMethod("shown").invoke(page);
                assertThat(network.parameters().value("0.weight")).isNotEqualTo(before);
            }
        }
    }

    private static Network network() {
        return Network.input(3).layers("dense(4, tanh)", "dense(1)").optimizer("adam(0.01)").build(1);
    }

    private static Dataset samples() {
        Tensor inputs = Tensor.zeros(Shape.of(40, 3));
        Tensor targets = Tensor.zeros(Shape.of(40, 1));
        for (int i = 0; i < inputs.elements(); i++) {
            inputs.data()[i] = (float) Randomness.seed(1).normal(i);
            targets.data()[i / 3] += inputs.data()[i];
        }
        return TensorDataset.of(inputs, targets);
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Plugin.class.getClassLoader());
    }

    private List<String> compile(String room, String... imported) throws IOException {
        List<String> shown = blocks(room);
        List<Path> files = IntStream.range(0, shown.size()).mapToObj(i -> source(i, shown.get(i), imported)).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", classes(Plugin.class).toString());
            boolean compiled = compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files)).call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
        return shown;
    }

    /// One block as a file: types as they stand, statements in a method.
    private Path source(int number, String block, String... imported) {
        String imports = EVERYWHERE + Stream.of(imported).map("import dev.cortado.%s.*; "::formatted).reduce("", String::concat);
        boolean types = block.startsWith("public record ");
        String name = types ? block.replaceFirst("(?s)public record (\\w+).*", "$1") : "Shown" + number;
        String text = types ? block : "public class %s { %s public void shown() throws Exception { %s } }".formatted(name, FIELDS, block);
        try {
            return Files.writeString(folder.resolve(name + ".java"), imports + text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> blocks(String room) {
        try {
            String text = String.join("\n", Files.readAllLines(sources().resolve(room).resolve("package-info.java")).stream().map(line -> line.replaceFirst("^/// ?", "")).toList());
            return BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path sources() {
        Path here = Path.of("src/main/java/dev/cortado");
        return Stream.of(Path.of(""), classes(PagesTest.class).resolve("../..")).map(base -> base.resolve(here).toAbsolutePath().normalize())
                .filter(Files::isDirectory).findFirst().orElseThrow();
    }

    private static Path classes(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
