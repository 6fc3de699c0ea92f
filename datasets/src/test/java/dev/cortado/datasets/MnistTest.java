package dev.cortado.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.data.DatasetProvider;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MnistTest {
    private final IdxDataset training = new Mnist().training();
    private final IdxDataset test = new Mnist().test();

    @Test
    void mnistIsWhole() {
        assertThat(training.size()).isEqualTo(60_000);
        assertThat(test.size()).isEqualTo(10_000);
        assertThat(training.inputShape()).isEqualTo(Shape.of(1, 28, 28)).isEqualTo(test.inputShape());
        assertThat(training.targetShape()).isEqualTo(Shape.of(10)).isEqualTo(test.targetShape());
        assertThat(training.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void labelsAreThoseOfTheOriginal() {
        assertThat(IntStream.range(0, 10).map(training::label)).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(IntStream.range(0, 10).map(test::label)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
        int[] counts = new int[10];
        IntStream.range(0, training.size()).forEach(i -> counts[training.label(i)]++);
        assertThat(counts).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    }

    @Test
    void pixelsHaveTheKnownMeanAndDeviation() {
        int[] all = IntStream.range(0, training.size()).toArray();
        Tensor inputs = Tensor.zeros(Shape.of(1000, 1, 28, 28));
        Tensor targets = Tensor.zeros(Shape.of(1000, 10));
        double sum = 0;
        double squares = 0;
        for (int from = 0; from < all.length; from += 1000) {
            training.draw(all, from, from + 1000, inputs, targets);
            for (float x : inputs.data()) {
                sum += x;
                squares += (double) x * x;
            }
        }
        double mean = sum / (60_000 * 784);
        assertThat(mean).isCloseTo(0.1307, within(0.0001));
        assertThat(Math.sqrt(squares / (60_000 * 784) - mean * mean)).isCloseTo(0.3081, within(0.0001));
    }

    @Test
    void itIsFoundByItsName() {
        assertThat(Plugins.load().get(DatasetProvider.class, "mnist")).isEqualTo(new Mnist());
    }
}
