package dev.cortado.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of("elu", "relu", "leaky_relu", "softmax");

    @ParameterizedTest
    @CsvSource({"relu, relu, 0", "RELU, relu, 0", "rellu, relu, 1", "rlu, relu, 1", "rela, relu, 1", "erlu, relu, 1", "rleu, relu, 1", "ab, cd, 2", "'', relu, 4", "kitten, sitting, 3"})
    void theDistanceCountsLettersPutInTakenOutChangedOrSwapped(String a, String b, int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
        assertThat(Nearest.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void theNearestNameIsMeant() {
        assertThat(Nearest.hint("rellu", NAMES)).isEqualTo(" Did you mean 'relu'?");
        assertThat(Nearest.hint("LeakyRelu", NAMES)).isEqualTo(" Did you mean 'leaky_relu'?");
        assertThat(Nearest.hint("soft_max", NAMES)).isEqualTo(" Did you mean 'softmax'?");
    }

    @Test
    void nothingIsMeantByWhatIsFarFromAll() {
        assertThat(Nearest.hint("null", NAMES)).isEmpty();
        assertThat(Nearest.hint("transformer", NAMES)).isEmpty();
        assertThat(Nearest.hint("x", List.of())).isEmpty();
    }
}
