package dev.cortado.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same bits in every JVM: interpreted or compiled, with vector code or without, on any number of threads; and with short vectors or long ones, but for sums over
/// the pixels of an image.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameBitsTest {
    private static final String FORM = "lanes=\\d+ sums=-?\\d+ hash=-?\\d+";

    private String usual = "";

    @BeforeAll
    void runHere() {
        usual = run(List.of(), "1", "0");
    }

    @Test
    void interpreted() {
        assertSame(run(List.of("-Xint"), "1", "0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withShorterVectors(int useAvx) {
        String output = run(List.of("-XX:UseAVX=" + useAvx), "1", "0");
        assertThat(output).matches(FORM);
        assertThat(part("hash=", output)).as("%s, usually %s", output, usual).isEqualTo(part("hash=", usual));
    }

    @Test
    void withoutVectorCode() {
        assertSame(run(List.of(), "1", "1000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void onSeveralThreads(String threads) {
        assertSame(run(List.of(), threads, "0"));
    }

    private void assertSame(String output) {
        assertThat(output).matches(FORM);
        assertThat(part("sums=", output)).as("%s, usually %s", output, usual).isEqualTo(part("sums=", usual));
    }

    /// The output from there on.
    private static String part(String from, String output) {
        return output.substring(output.indexOf(from));
    }

    private static String run(List<String> options, String... arguments) {
        return Child.output(options, Fingerprint.class, arguments);
    }
}
