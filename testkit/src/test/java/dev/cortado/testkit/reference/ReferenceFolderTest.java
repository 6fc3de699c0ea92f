package dev.cortado.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/// What is said of cases in another folder.
class ReferenceFolderTest {
    private static final String RELU = """
            {"activation": "relu", "options": {}, "input": {"shape": [2], "data": [-1, 2]},
             "output": {"shape": [2], "data": [0, 2]}, "derivative": {"shape": [2], "data": [0, 1]}}""";

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    private void run(String... cases) throws IOException {
        Files.writeString(folder.resolve("activations.json"), "{\"cases\": [" + String.join(",", cases) + "]}");
        ReferenceFile file = new ReferenceFile("activations.json", Optional.of(folder));
        Tally.run(new ActivationCases(), file, new Plain(), (TestReporter) entry -> told.addAll(entry.values()));
    }

    @Test
    void casesAreCounted() throws IOException {
        run(RELU, RELU);
        assertThat(told).containsExactly("Reference cases on plain: " + folder.resolve("activations.json")
                + ": 2 cases, 2 passed, 0 failed");
    }

    @Test
    void aCaseWhosePluginIsUnknownFails() {
        assertThatThrownBy(() -> run(RELU, RELU.replace("relu", "relu_of_tomorrow"))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 cases, 1 passed, 1 failed")
                .hasMessageContaining("case 1 (relu_of_tomorrow): there is no such plug-in: relu_of_tomorrow");
    }

    @Test
    void aWrongNumberIsToldWithFileCaseAndField() {
        assertThatThrownBy(() -> run(RELU, RELU.replace("[0, 2]", "[0, 2.001]"))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("activations.json, case 1 (relu), output: element 1 of [2] is 2.0, should be 2.001");
    }

    @Test
    void aMissingFieldIsToldWithThoseThatAreThere() {
        assertThatThrownBy(() -> run(RELU.replace("derivative", "slope"))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("activations.json, case 0 (relu): the field 'output_gradient' is missing; "
                        + "there are [activation, options, input, output, slope]");
    }

    @Test
    void aTensorWhoseDataDoesNotFitItsShapeIsRefused() {
        assertThatThrownBy(() -> run(RELU.replace("[-1, 2]", "[-1, 2, 3]"))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("case 0 (relu), input: a tensor of shape [2] has 2 elements, 'data' has 3");
    }

    @Test
    void anUnknownSettingOfAKnownPluginFails() {
        assertThatThrownBy(() -> run(RELU.replace("{}", "{\"slope\": 1}"))).isInstanceOf(AssertionError.class)
                .hasMessageContaining("case 0 (relu)").hasMessageContaining("no setting 'slope'");
    }

    @Test
    void aCaseAfterOneThatFailsIsRunAllTheSame() {
        assertThatThrownBy(() -> run("{}", RELU)).hasMessageContaining("2 cases, 1 passed, 1 failed");
    }

    @Test
    void nanAndInfinityMustBeMet() throws IOException {
        String infinite = RELU.replace("[-1, 2]", "[NaN, Infinity]");
        run(infinite.replace("[0, 2]", "[NaN, Infinity]"));
        assertThatThrownBy(() -> run(infinite.replace("[0, 2]", "[1, Infinity]")))
                .isInstanceOf(AssertionError.class).hasMessageContaining("element 0");
    }

    @Test
    void aFamilyWithoutAFileIsLeftOut() {
        ReferenceFile file = new ReferenceFile("losses.json", Optional.of(folder));
        TestReporter reporter = entry -> told.addAll(entry.values());
        assertThatThrownBy(() -> Tally.run(new LossCases(), file, new Plain(), reporter))
                .isInstanceOf(TestAbortedException.class).hasMessageContaining("losses.json");
    }

    @Test
    void aFolderIsFoundFromTheModuleUpwards() throws IOException {
        Path cases = Files.createDirectories(folder.resolve("cases"));
        Path module = Files.createDirectories(folder.resolve("project/module"));
        assertThat(ReferenceFile.folder("cases", module)).contains(cases);
        assertThat(ReferenceFile.folder(cases.toString(), module)).contains(cases);
        assertThat(ReferenceFile.folder(null, module)).isEmpty();
        assertThatThrownBy(() -> ReferenceFile.folder("cases of nobody", module)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dcortado.golden=cases of nobody names no folder");
    }
}
