package dev.cortado.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomnessTest {
    private static final int MANY = 200_000;

    @Test
    void uniformNumbersFillTheirRangeEvenly() {
        Randomness randomness = Randomness.seed(1);
        double[] numbers = IntStream.range(0, MANY).mapToDouble(randomness::uniform).toArray();
        assertThat(Arrays.stream(numbers)).allMatch(x -> x >= 0 && x < 1);
        assertThat(Arrays.stream(numbers).average().orElseThrow()).isCloseTo(0.5, offset(0.005));
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        Randomness randomness = Randomness.seed(2);
        double[] numbers = IntStream.range(0, MANY).mapToDouble(randomness::normal).toArray();
        assertThat(Arrays.stream(numbers).average().orElseThrow()).isCloseTo(0, offset(0.01));
        assertThat(Arrays.stream(numbers).map(x -> x * x).average().orElseThrow()).isCloseTo(1, offset(0.02));
    }

    @Test
    void aShuffleIsAPermutationAndEveryPlaceIsLikely() {
        int[] firsts = new int[5];
        for (int seed = 0; seed < 10_000; seed++) {
            int[] numbers = {0, 1, 2, 3, 4};
            Randomness.seed(seed).shuffle(numbers);
            firsts[numbers[0]]++;
            assertThat(Arrays.stream(numbers).distinct().count()).isEqualTo(5);
        }
        assertThat(Arrays.stream(firsts)).allMatch(count -> count > 1_800 && count < 2_200);
    }

    @Test
    void partsHaveRandomnessOfTheirOwn() {
        Randomness root = Randomness.seed(1);
        assertThat(root.at("0").bits(0)).isNotEqualTo(root.at("1").bits(0)).isEqualTo(root.at("0").bits(0));
        assertThat(root.at(1).bits(0)).isNotEqualTo(root.at(2).bits(0));
        assertThat(Randomness.seed(1).bits(0)).isNotEqualTo(Randomness.seed(2).bits(0));
    }
}
