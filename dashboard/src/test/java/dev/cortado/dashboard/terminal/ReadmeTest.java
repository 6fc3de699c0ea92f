package dev.cortado.dashboard.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.dashboard.data.Stripes;
import dev.cortado.data.Dataset;
import dev.cortado.network.Network;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bar in the README is compiled, and trains.
class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void theTrainingWithABarRuns() throws Exception {
        Matcher block = Pattern.compile("```java\n([^`]*class Watched .*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("../README.md")));
        assertThat(block.find()).isTrue();
        Path source = Files.writeString(folder.resolve("Watched.java"), block.group(1));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null,
                "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString(), source.toString());
        assertThat(result).isZero();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader());
                Network network = Network.input(1, 3, 3).layers("flatten", "dense(3)").loss("cross_entropy").build(1)) {
            Method train = loader.loadClass("Watched").getDeclaredMethod("train", Network.class, Dataset.class);
            train.setAccessible(true);
            float before = network.parameters().value("1.weight").data()[0];
            train.invoke(null, network, new Stripes().training());
            assertThat(network.parameters().value("1.weight").data()[0]).isNotEqualTo(before);
        }
    }
}
