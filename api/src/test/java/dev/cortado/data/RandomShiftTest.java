package dev.cortado.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Plain;
import dev.cortado.network.Network;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomShiftTest {
    private static final int HEIGHT = 5;
    private static final int WIDTH = 4;

    /// Images of two channels whose pixels are all different and not 0.
    private static Tensor images(int count) {
        Tensor images = Tensor.zeros(Shape.of(count, 2, HEIGHT, WIDTH));
        for (int i = 0; i < images.elements(); i++) {
            images.data()[i] = i + 1;
        }
        return images;
    }

    @Test
    void everyImageIsMovedAsAWholeAndTheBorderIsZero() {
        Tensor before = images(60);
        Tensor after = images(60);
        new RandomShift(2).apply(after, Randomness.seed(1));
        for (int image = 0; image < 60; image++) {
            assertThat(isMoved(before, after, image)).as("image " + image).isTrue();
        }
    }

    private static boolean isMoved(Tensor before, Tensor after, int image) {
        for (int down = -2; down <= 2; down++) {
            for (int right = -2; right <= 2; right++) {
                if (isMovedBy(before, after, image, down, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMovedBy(Tensor before, Tensor after, int image, int down, int right) {
        for (int channel = 0; channel < 2; channel++) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    boolean inside = y - down >= 0 && y - down < HEIGHT && x - right >= 0 && x - right < WIDTH;
                    float expected = inside ? before.get(image, channel, y - down, x - right) : 0;
                    if (after.get(image, channel, y, x) != expected) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    @Test
    void everyDistanceComesAboutAsOften() {
        int images = 9000;
        Tensor after = images(images);
        Tensor before = images(images);
        new RandomShift(1).apply(after, Randomness.seed(7));
        Map<String, Integer> seen = new HashMap<>();
        for (int image = 0; image < images; image++) {
            for (int down = -1; down <= 1; down++) {
                for (int right = -1; right <= 1; right++) {
                    if (isMovedBy(before, after, image, down, right)) {
                        seen.merge(down + " " + right, 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(seen).hasSize(9);
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    }

    @Test
    void zeroPixelsMoveNothing() {
        Tensor images = images(3);
        new RandomShift(0).apply(images, Randomness.seed(1));
        assertThat(images.data()).isEqualTo(images(3).data());
    }

    @Test
    void samplesThatAreNoImagesAreRefused() {
        assertThatThrownBy(() -> new RandomShift().requireFit(Shape.of(784)))
                .hasMessage("random_shift moves images of [channels, height, width], not samples of [784]");
        assertThatThrownBy(() -> new RandomShift(4).requireFit(Shape.of(1, 5, 4)))
                .hasMessage("random_shift by up to 4 pixels may move all of [1, 5, 4] out of sight");
    }

    @Test
    void equalSeedsGiveEqualTrainingsAndEveryEpochAnotherShift() {
        float[] once = weights("random_shift(1)", 1);
        assertThat(weights("random_shift(1)", 1)).isEqualTo(once);
        assertThat(weights("random_shift(0)", 1)).isNotEqualTo(once);
        assertThat(weights("random_shift(1)", 2)).isNotEqualTo(once);
    }

    private static float[] weights(String augmentation, long seed) {
        Tensor targets = Tensor.zeros(Shape.of(8, 1));
        targets.data()[3] = 1;
        try (Network network = Network.input(2, HEIGHT, WIDTH).layers("flatten", "dense(1)")
                .loss("mean_squared_error").optimizer("sgd(0.000001)").build(1)) {
            Training.of(network, TensorDataset.of(images(8), targets)).unshuffled().batchSize(4).epochs(2).seed(seed)
                    .augmentation(augmentation).engine(new Plain()).run();
            return network.parameters().value("1.weight").data().clone();
        }
    }
}
