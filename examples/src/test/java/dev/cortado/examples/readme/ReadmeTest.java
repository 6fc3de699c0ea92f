package dev.cortado.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.examples.Child;
import dev.cortado.layer.Layer;
import dev.cortado.network.Network;
import dev.cortado.plugin.Listing;
import dev.cortado.plugin.Plugins;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows is compiled and run.
class ReadmeTest {
    private static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

    @TempDir
    private Path folder;

    @Test
    void theProgramThatTrainsXorRuns() throws Exception {
        compile("XorInTwentyLines");
        Child child = Child.run(Child.VECTOR_API, classPath(), "XorInTwentyLines");
        assertThat(child.exitCode()).as(child.output()).isZero();
        assertThat(child.output()).containsPattern("0 xor 1 = (0\\.9\\d|1\\.00)").containsPattern("1 xor 1 = 0\\.0\\d");
    }

    @Test
    void theClassifierTellsWhatDiffers() throws Exception {
        compile("ClassifyXor");
        Child child = Child.run(Child.VECTOR_API, classPath(), "ClassifyXor");
        assertThat(child.output()).contains("same different different same");
    }

    @Test
    void theLayersItNamesAreAllThereAre() throws IOException {
        Matcher row = Pattern.compile("\\| layers \\| (.*) \\|").matcher(readme());
        assertThat(row.find()).isTrue();
        assertThat(row.group(1).replace("`", "").split(", ")).containsExactlyInAnyOrder(
                Plugins.load().list(Layer.class).stream().map(Listing::name).toArray(String[]::new));
    }

    @Test
    void theActivationIsFoundByTheNameTheReadmeGives() throws Exception {
        compile("Swish");
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.cortado.activation.Activation"), "Swish\n");
        Files.writeString(folder.resolve("Find.java"), """
                public class Find {
                    public static void main(String[] args) {
                        var swish = dev.cortado.plugin.Plugins.load().get(dev.cortado.activation.Activation.class, "swish(beta=2)");
                        System.out.println(swish);
                    }
                }
                """);
        javac("Find");
        String withoutTheExamples = Child.classPath(entry -> !entry.contains("/examples/target/"));
        Child child = Child.run(List.of(), folder + File.pathSeparator + withoutTheExamples, "Find");
        assertThat(child.output()).contains("Swish[beta=2.0]");
    }

    @Test
    void theJsonIsRead() throws IOException {
        try (Network network = Network.fromJson(block("json", "input"), Plugins.load(), 1)) {
            assertThat(network.architecture().layers()).hasSize(2);
        }
    }

    @Test
    void everyCommandNamesAModuleAndAnExampleThatExist() throws IOException {
        Matcher commands = Pattern.compile("mvn [^`\n|]*").matcher(readme());
        int found = 0;
        while (commands.find()) {
            found++;
            Matcher module = Pattern.compile("-pl (\\S+)").matcher(commands.group());
            if (module.find()) {
                assertThat(ROOT.resolve(module.group(1)).resolve("pom.xml")).exists();
            }
            Matcher example = Pattern.compile("-Dexample=(\\w+)").matcher(commands.group());
            if (example.find()) {
                assertThat(ROOT.resolve("examples/src/main/java/dev/cortado/examples/" + example.group(1) + ".java")).exists();
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(7);
    }

    @Test
    void theArchiveOfClassesIsMadeAndThenUsed() throws Exception {
        Matcher flags = Pattern.compile("`(-XX:\\+\\w+) (-XX:\\w+=)(\\w+\\.jsa)`").matcher(readme());
        assertThat(flags.find()).isTrue();
        Path archive = folder.resolve(flags.group(3)), log = folder.resolve("classes.log");
        compile("XorInTwentyLines");
        String jars = jars();
        List<String> options = new ArrayList<>(Child.VECTOR_API);
        options.addAll(List.of(flags.group(1), flags.group(2) + archive, "-Xlog:class+load:file=" + log));
        for (int run = 1; run <= 2; run++) {
            Child child = Child.run(options, jars, "XorInTwentyLines");
            assertThat(child.output()).as("run %d", run).containsPattern("0 xor 1 = (0\\.9\\d|1\\.00)");
            assertThat(archive).isNotEmptyFile();
            assertThat(Files.readString(log).contains("dev.cortado.network.Network source: shared objects file")).as("run %d", run).isEqualTo(run == 2);
        }
    }

    /// The class path with a jar in place of each folder.
    private String jars() throws IOException {
        Path made = Files.createDirectory(folder.resolve("jars"));
        List<String> entries = new ArrayList<>();
        for (String entry : classPath().split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(entry))) {
                Path jar = made.resolve(entries.size() + ".jar");
                String content = entry.equals(folder.toString()) ? "XorInTwentyLines.class" : ".";
                int result = java.util.spi.ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--file", jar.toString(), "-C", entry, content);
                assertThat(result).as(entry).isZero();
                entries.add(jar.toString());
            } else {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private void compile(String name) throws IOException {
        Files.writeString(folder.resolve(name + ".java"), block("java", name + "[ (]"));
        javac(name);
    }

    private void javac(String name) {
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null,
                "-cp", classPath(), "-d", folder.toString(), folder.resolve(name + ".java").toString());
        assertThat(result).as(name + ".java").isZero();
    }

    private String classPath() {
        return folder + File.pathSeparator + Child.classPath(entry -> true);
    }

    /// The fenced block of this language that has this in it.
    private static String block(String language, String part) throws IOException {
        Matcher blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme());
        while (blocks.find()) {
            if (Pattern.compile(part).matcher(blocks.group(1)).find()) {
                return blocks.group(1);
            }
        }
        throw new AssertionError("The README has no block of %s with %s".formatted(language, part));
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
