package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.activation.Sigmoid;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Base64;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionMapTest {
    private static final int SIZE = DecisionMap.SIZE;

    /// Of a neuron with the border x₁ + x₂ / 2 = 0.75.
    private static ShortBuffer border(double weight, Activation link, DoubleUnaryOperator output) {
        DecisionMap map = new DecisionMap(link);
        for (int row = 0; row < SIZE; row++) {
            Tensor places = DecisionMap.places(row);
            Tensor logits = Tensor.zeros(Shape.of(SIZE, 1));
            Tensor outputs = Tensor.zeros(Shape.of(SIZE, 1));
            for (int column = 0; column < SIZE; column++) {
                double logit = weight * (places.get(column, 0) + places.get(column, 1) / 2 - 0.75);
                logits.data()[column] = (float) logit;
                outputs.data()[column] = (float) output.applyAsDouble(logit);
            }
            map.fill(row, logits, outputs);
        }
        byte[] bytes = Base64.getDecoder().decode(map.boundary().border());
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    /// Where a row crosses 0, in cells.
    private static double crossing(ShortBuffer border, int row) {
        int column = 0;
        while (border.get(row * SIZE + column + 1) <= 0) {
            column++;
        }
        double left = border.get(row * SIZE + column);
        return column + left / (left - border.get(row * SIZE + column + 1));
    }

    private static void isStraight(ShortBuffer border) {
        for (int row = 0; row < SIZE; row++) {
            double x2 = -0.5 + 2 * (row + 0.5) / SIZE;
            double cells = (0.75 - x2 / 2 + 0.5) / 2 * SIZE - 0.5;
            assertThat(crossing(border, row)).as("row " + row).isCloseTo(cells, within(0.01));
        }
    }

    /// A flat neuron, as XOR leaves it, says nearly one half everywhere; a steep one nearly 0 or 1.
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 1, 30, 1000})
    void theBorderOfANeuronIsStraight(double weight) {
        isStraight(border(weight, new Sigmoid(), logit -> 1 / (1 + Math.exp(-logit))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 30})
    void soItIsWithoutALink(double weight) {
        isStraight(border(weight, new Identity(), logit -> logit + 0.5));
    }
}
