package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.activation.Activation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the package page shows is compiled, registered and asked for as it stands there.
class PackagePageTest {
    private static final Pattern BLOCK = Pattern.compile("```(java|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("plugins\\.get\\(Activation\\.class, \"(.*)\"\\);.*");

    @TempDir
    private Path folder;

    private final List<String> blocks = blocks();

    private static List<String> blocks() {
        Path page = PluginJar.root(PackagePageTest.class).resolve("../../src/main/java/dev/cortado/plugin/package-info.java");
        try (Stream<String> lines = Files.lines(page)) {
            String text = String.join("\n", lines.map(line -> line.replaceFirst("^/// ?", "")).toList());
            return BLOCK.matcher(text).results().map(block -> block.group(2)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void thePluginOnThePageIsFoundByTheLineOnThePage() throws IOException {
        String imports = "import dev.cortado.activation.Activation; import dev.cortado.expression.Expression; "
                + "import dev.cortado.plugin.Setting;";
        String line = blocks.get(1).strip();
        PluginJar.compile(folder, Map.of(line, blocks.get(0).replaceFirst(";\n", "; " + imports + "\n")),
                "-cp", PluginJar.root(Plugin.class).toString());
        Path file = folder.resolve("META-INF/services/" + Activation.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, line);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Plugin.class.getClassLoader())) {
            asks(Plugins.load(loader));
        }
    }

    private void asks(Plugins plugins) {
        List<Activation> answers = STATEMENT.matcher(blocks.get(2)).results()
                .map(statement -> plugins.get(Activation.class, statement.group(1))).toList();
        assertThat(answers).map(Activation::toString).containsExactly("Swish[beta=1.0]", "Swish[beta=2.0]", "Swish[beta=2.0]");
        assertThat(blocks.get(2)).contains("// \"" + Plugins.text(answers.get(1)) + "\"");
        assertThat(blocks.get(2).replace(" ", "")).contains("//" + Plugins.json(answers.get(1)));
    }
}
