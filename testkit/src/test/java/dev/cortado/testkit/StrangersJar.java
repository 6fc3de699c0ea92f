package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/// A plug-in jar as a stranger would build it: compiled, with services files.
final class StrangersJar {
    private final Path folder;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    StrangersJar(Path folder) {
        this.folder = folder;
    }

    /// Compiles a class of the unnamed package.
    StrangersJar type(String name, String source) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        Path file = Files.writeString(classes.resolve(name + ".java"), source);
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", classes.toString(),
                "-cp", System.getProperty("java.class.path"), file.toString());
        assertThat(failed).as("javac").isZero();
        entries.put(name + ".class", Files.readAllBytes(classes.resolve(name + ".class")));
        return this;
    }

    StrangersJar services(String kind, String... lines) {
        return file("META-INF/services/" + kind, lines);
    }

    StrangersJar file(String name, String... lines) {
        entries.put(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(each.getKey()));
                jar.write(each.getValue());
            }
        }
        return file;
    }
}
