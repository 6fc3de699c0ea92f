package dev.cortado.testkit.reference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Plain;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Fits that the kit's own cases leave out: short last batches, other stops, text labels; and what is said of bad cases.
class ScikitLearnCasesTest {
    @TempDir
    private Path folder;

    private static void run(Path folder) {
        TestReporter silent = entry -> { };
        Tally.run(new ScikitLearnCases(), new ReferenceFile("scikit_learn.json", Optional.of(folder)), new Plain(), silent);
    }

    private static Path more() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ScikitLearnCasesTest.class.getResource("more/scikit_learn.json")).toURI());
    }

    /// The first case with one text in place of another.
    private void runChanged(String text, String by) throws IOException, URISyntaxException {
        String cases = Files.readString(more());
        Files.writeString(folder.resolve("scikit_learn.json"),
                cases.substring(0, cases.indexOf(", {\"name\"")).replaceFirst(text, by) + "]}");
        run(folder);
    }

    @Test
    void otherParametersAgreeToo() throws URISyntaxException {
        run(Objects.requireNonNull(more().getParent()));
    }

    @Test
    void anUnknownParameterFails() {
        assertThatThrownBy(() -> runChanged("\"batch_size\"", "\"batch_width\"")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 failed").hasMessageContaining("the parameter 'batch_width' is unknown");
    }

    @Test
    void anUnknownKindFails() {
        assertThatThrownBy(() -> runChanged("classifier", "clusterer")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("the kind 'clusterer' is neither classifier nor regressor");
    }

    @Test
    void anotherIterationFails() {
        assertThatThrownBy(() -> runChanged("\"n_iter\": 30", "\"n_iter\": 29")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("it stopped after 30 iterations, should be 29");
    }

    @Test
    void anotherPredictionFails() {
        assertThatThrownBy(() -> runChanged("\"predict\": \\[\\d", "\"predict\": [7")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("the predicted classes are");
    }
}
