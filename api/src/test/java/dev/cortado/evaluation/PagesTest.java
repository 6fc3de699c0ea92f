package dev.cortado.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.plugin.Plugin;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the pages of evaluation and classic show is Java that compiles.
class PagesTest {
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = Stream.of("activation", "classic", "data", "evaluation", "network", "tensor", "training")
            .map("import dev.cortado.%s.*;\n"::formatted).reduce("", String::concat);
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"evaluation, 3", "classic, 1"})
    void theCodeOnThePageCompiles(String room, int blocks) throws IOException, URISyntaxException {
        List<String> shown = blocks(room);
        assertThat(shown).hasSize(blocks);
        List<Path> files = IntStream.range(0, blocks).mapToObj(i -> source(i, shown.get(i))).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        String classes = Path.of(Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", classes);
            boolean compiled = compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files)).call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    private static List<String> blocks(String room) throws IOException, URISyntaxException {
        Path here = Path.of(PagesTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path page = Stream.of(Path.of(""), here.resolve("../.."))
                .map(base -> base.resolve("src/main/java/dev/cortado/" + room + "/package-info.java").toAbsolutePath())
                .filter(Files::exists).findFirst().orElseThrow();
        String text = String.join("\n", Files.readAllLines(page).stream().map(line -> line.replaceFirst("^/// ?", "")).toList());
        return BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
    }

    private Path source(int number, String block) {
        String type = block.startsWith("public record") ? block.replaceFirst("public record", "record")
                : "class Shown%d { void shown(Network network, Dataset test, Dataset samples) { %s } }".formatted(number, block);
        try {
            return Files.writeString(folder.resolve("Page" + number + ".java"), IMPORTS + type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
