package dev.cortado.examples;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A JVM of its own: a main class on a part of this one's class path.
public record Child(int exitCode, String output) {
    /// What makes the Vector API visible.
    public static final List<String> VECTOR_API = List.of("--add-modules", "jdk.incubator.vector");

    /// Runs a main class to its end, with everything it prints.
    public static Child run(List<String> flags, String classPath, Class<?> main, String... args)
            throws IOException, InterruptedException {
        return run(flags, classPath, main.getName(), args);
    }

    /// Runs a main class by its name.
    public static Child run(List<String> flags, String classPath, String main, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Child(process.waitFor(), output);
    }

    /// This JVM's class path without the entries that do not pass.
    public static String classPath(Predicate<String> kept) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(kept)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
