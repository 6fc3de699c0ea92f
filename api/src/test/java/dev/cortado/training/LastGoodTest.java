package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a network goes back to.
class LastGoodTest {
    private final Parameter weight = new Parameter("weight", Parameter.Role.WEIGHT, Tensor.zeros(Shape.of(2)));
    private final LastGood lastGood = new LastGood(new Parameter[] {weight});

    @Test
    void weightsThatAreFiniteStay() {
        lastGood.keep(0);
        weight.value().fill(7);
        assertThat(lastGood.restore(50)).isEqualTo(50);
        assertThat(weight.value().data()).containsOnly(7);
    }

    @Test
    void infiniteWeightsGoBackAHundredStepsOrAFifthOfThemAndNeverAThousand() {
        TreeSet<Long> copies = new TreeSet<>();
        for (long step = 0; step < 10_000; step++) {
            weight.value().fill((float) step);
            lastGood.keep(step);
            weight.value().fill(Float.POSITIVE_INFINITY);
            long good = lastGood.restore(step);
            assertThat(weight.value().data()).containsOnly((float) good);
            assertThat(step - good).as("lost at step %d", step).isLessThan(Math.clamp((step + 4) / 5, 100, 1000));
            copies.add(good);
        }
        assertThat(copies).contains(0L, 100L, 200L).hasSizeLessThan(25);
    }

    @Test
    void weightsThatAreNotFiniteAreNotCopied() {
        weight.value().fill(1);
        lastGood.keep(0);
        weight.value().fill(Float.NaN);
        lastGood.keep(100);
        assertThat(lastGood.restore(100)).isZero();
        assertThat(weight.value().data()).containsOnly(1);
    }
}
