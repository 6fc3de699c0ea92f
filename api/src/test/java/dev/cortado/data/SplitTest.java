package dev.cortado.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    /// 90 of one class, then 10 of the other.
    private static final TensorDataset UNEVEN = samples(100, i -> i < 90 ? 0 : 1).withClasses("many", "few");

    private static TensorDataset samples(int count, IntUnaryOperator target) {
        Tensor inputs = Tensor.of(Shape.of(count, 1), IntStream.range(0, count).asDoubleStream().toArray());
        Tensor targets = Tensor.of(Shape.of(count, 1), IntStream.range(0, count).map(target).asDoubleStream().toArray());
        return TensorDataset.of(inputs, targets);
    }

    private static int[] all(Subset part) {
        int[] samples = part.samples();
        Arrays.sort(samples);
        return samples;
    }

    private static long few(Subset part) {
        return Arrays.stream(part.samples()).filter(sample -> sample >= 90).count();
    }

    @Test
    void everySampleIsInOneOfTheParts() {
        for (Split split : new Split[] {Split.random(UNEVEN, 0.3, 1), Split.stratified(UNEVEN, 0.3, 1)}) {
            assertThat(split.validation().size()).isEqualTo(30);
            assertThat(IntStream.concat(Arrays.stream(all(split.training())), Arrays.stream(all(split.validation()))).sorted())
                    .containsExactly(IntStream.range(0, 100).boxed().toArray(Integer[]::new));
        }
    }

    @Test
    void aStratifiedSplitKeepsTheSharesOfTheClasses() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(few(Split.of(UNEVEN, 0.3, seed).validation())).isEqualTo(3);
        }
        assertThat(IntStream.range(0, 20).mapToLong(seed -> few(Split.random(UNEVEN, 0.3, seed).validation())).distinct().count())
                .isGreaterThan(1);
    }

    @Test
    void threeClassesWithUnevenSharesAddUpToTheWhole() {
        Tensor targets = Tensor.zeros(Shape.of(10, 3));
        for (int row = 0; row < 10; row++) {
            targets.data()[row * 3 + (row < 4 ? 0 : row < 7 ? 1 : 2)] = 1;
        }
        TensorDataset data = TensorDataset.of(Tensor.zeros(Shape.of(10, 1)), targets);
        Split split = Split.stratified(data, 0.5, 3);
        assertThat(split.validation().size()).isEqualTo(5);
        int[] counts = new int[3];
        for (int sample : split.validation().samples()) {
            counts[sample < 4 ? 0 : sample < 7 ? 1 : 2]++;
        }
        assertThat(counts[0]).isEqualTo(2);
        assertThat(counts[1]).isBetween(1, 2);
        assertThat(counts[2]).isBetween(1, 2);
    }

    @Test
    void equalSeedsGiveEqualPartsAndOtherSeedsOthers() {
        assertThat(Split.of(UNEVEN, 0.5, 1).training().samples()).isEqualTo(Split.of(UNEVEN, 0.5, 1).training().samples())
                .isNotEqualTo(Split.of(UNEVEN, 0.5, 2).training().samples());
    }

    @Test
    void aSubsetDrawsTheSamplesOfTheWhole() {
        Subset part = Subset.of(UNEVEN, 95, 3, 95);
        Tensor inputs = Tensor.zeros(Shape.of(2, 1));
        Tensor targets = Tensor.zeros(Shape.of(2, 1));
        part.draw(new int[] {9, 1, 0}, 1, 3, inputs, targets);
        assertThat(inputs.data()).containsExactly(3, 95);
        assertThat(targets.data()).containsExactly(0, 1);
        assertThat(part.classes()).containsExactly("many", "few");
    }

    @Test
    void partsThatCannotBeAreRefused() {
        for (double fraction : new double[] {0, 1, -0.1, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> Split.of(UNEVEN, fraction, 1)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("between 0 and 1").hasMessageContaining("" + fraction);
        }
        assertThatThrownBy(() -> Split.of(UNEVEN, 0.001, 1)).hasMessageContaining("Of 100 samples");
        assertThatThrownBy(() -> Split.random(samples(0, i -> 0), 0.5, 1)).hasMessageContaining("Of 0 samples");
        assertThatThrownBy(() -> Subset.of(UNEVEN, 100)).hasMessageContaining("no sample 100").hasMessageContaining("has 100");
    }
}
