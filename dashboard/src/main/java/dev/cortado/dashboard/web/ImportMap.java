package dev.cortado.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/// Which file a module's name stands for: the names as the modules import them, the versions as they lie on the class path.
///
/// @param json the text of the page's `<script type="importmap">`
record ImportMap(String json) {
    private static final List<Module> MODULES = List.of(
            new Module("lit", "lit", "index.js"),
            new Module("lit/", "lit", ""),
            new Module("lit-html", "lit-html", "lit-html.js"),
            new Module("lit-html/", "lit-html", ""),
            new Module("lit-element", "lit-element", "index.js"),
            new Module("lit-element/", "lit-element", ""),
            new Module("@lit/reactive-element", "lit__reactive-element", "reactive-element.js"),
            new Module("@lit/reactive-element/", "lit__reactive-element", ""),
            new Module("uplot", "uplot", "dist/uPlot.esm.js"));

    private record Module(String name, String webJar, String file) {
        String entry(ClassLoader classPath) {
            return "\"%s\": \"/webjars/%s/%s/%s\"".formatted(name, webJar, version(webJar, classPath), file);
        }
    }

    static ImportMap of(ClassLoader classPath) {
        return new ImportMap(MODULES.stream().map(module -> module.entry(classPath))
                .collect(Collectors.joining(", ", "{\"imports\": {", "}}")));
    }

    private static String version(String webJar, ClassLoader classPath) {
        String file = "META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(webJar);
        try (InputStream in = classPath.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The page needs the WebJar org.webjars.npm:%s, and it is not on the class path"
                        .formatted(webJar));
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As the Content-Security-Policy names it.
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// The page with this map in its place.
    String into(String page) {
        String place = "{{importmap}}";
        if (!page.contains(place)) {
            throw new IllegalStateException("The page has no place for the import map: it should say " + place);
        }
        return page.replace(place, json);
    }
}
