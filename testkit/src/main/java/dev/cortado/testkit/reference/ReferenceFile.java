package dev.cortado.testkit.reference;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds and reads a file of reference cases: this kit's own, or that of the folder in `-Dcortado.golden=DIR`.
record ReferenceFile(String name, Optional<Path> folder) {
    private static final String PROPERTY = "cortado.golden";

    /// The file of a family, where the property says.
    static ReferenceFile of(String family) {
        return new ReferenceFile(family + ".json", folder(System.getProperty(PROPERTY), Path.of("").toAbsolutePath()));
    }

    /// The folder, sought from here upwards: a test runs in its module's folder, the command was given further up.
    static Optional<Path> folder(@Nullable String given, Path here) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Stream.<Path>iterate(here, up -> up != null, Path::getParent)
                .map(up -> up.resolve(given)).filter(Files::isDirectory).findFirst()
                .orElseThrow(() -> new AssertionError(
                        "-D%s=%s names no folder, seen from %s and above".formatted(PROPERTY, given, here))));
    }

    /// Where the file is, for messages.
    String place() {
        return folder.map(path -> path.resolve(name).toString()).orElse(name);
    }

    /// Whether the folder has such a file; the kit's own are all there.
    boolean exists() {
        return folder.isEmpty() || Files.isRegularFile(folder.get().resolve(name));
    }

    /// The cases, each with its place.
    List<ReferenceCase> cases() {
        ReferenceCase whole = new ReferenceCase(place(), read());
        List<ReferenceCase> cases = new ArrayList<>();
        for (ReferenceCase each : whole.parts("cases")) {
            cases.add(new ReferenceCase("%s, case %d (%s)".formatted(place(), cases.size(), subject(each)), each.json()));
        }
        return cases;
    }

    /// What a case is about: the name of its plug-in, or its own.
    private static String subject(ReferenceCase reference) {
        return Stream.of("name", "activation", "loss", "optimizer", "layer", "schedule").filter(reference::has)
                .map(reference::text).findFirst().orElse("without a name");
    }

    private JsonNode read() {
        JsonMapper mapper = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
        try (InputStream in = open()) {
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + place(), e);
        }
    }

    private InputStream open() throws IOException {
        if (folder.isPresent()) {
            return Files.newInputStream(folder.get().resolve(name));
        }
        InputStream in = ReferenceFile.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("The test kit's jar lacks " + name);
        }
        return in;
    }
}
