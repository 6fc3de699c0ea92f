package dev.cortado.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One services file: the lines that name classes. It is read apart from Java's own ServiceLoader, which takes a file as a
/// whole or not at all and does not say which jar is to blame.
record ServicesFile(URL url) {

    /// The lines without comments and blanks.
    List<String> lines() throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /// Whether a line could be the name of a class.
    static boolean isClassName(String line) {
        return line.matches("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*");
    }
}
