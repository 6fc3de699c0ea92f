package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A plug-in jar in the making, as a stranger would build it.
final class PluginJar {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();

    PluginJar() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /// Compiles classes, given by name and source, into a folder.
    static void compile(Path folder, Map<String, String> sources, String... options) {
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, source) -> files.add(source(name, source)));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
        arguments.addAll(List.of(options));
        boolean compiled = ToolProvider.getSystemJavaCompiler().getTask(null, null, null, arguments, null, files).call();
        assertThat(compiled).as("javac").isTrue();
    }

    private static JavaFileObject source(String name, String source) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    /// Where the classes of this one's class path root lie.
    static Path root(Class<?> type) {
        return Path.of(Origin.jar(type));
    }

    PluginJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    PluginJar services(Class<?> kind, String... lines) {
        return entry("META-INF/services/" + kind.getName(), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /// Takes a compiled class from a folder.
    PluginJar with(Path classes, String name) throws IOException {
        String entry = name.replace('.', '/') + ".class";
        return entry(entry, Files.readAllBytes(classes.resolve(entry)));
    }

    /// Takes all files of a folder.
    PluginJar withAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entry(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return this;
    }

    PluginJar manifest(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(each.getKey()));
                jar.write(each.getValue());
            }
        }
        return file;
    }
}
