package dev.cortado.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// One services file: the lines that name classes. It is read apart from Java's own ServiceLoader, which takes a file as a
/// whole or not at all and does not say which jar is to blame.
record ServicesFile(URL url) {
    private static final Pattern CLASS_NAME = Pattern.compile("\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*");

    /// The lines without comments and blanks.
    List<String> lines() throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(ServicesFile::withoutComment)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    /// Whether a line could be the name of a class.
    static boolean isClassName(String line) {
        return CLASS_NAME.matcher(line).matches();
    }
}
