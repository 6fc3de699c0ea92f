package dev.cortado.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Plain;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {
    private final Network network = Network.input(3).layers("dense(60000, tanh)", "dense(2)").loss("cross_entropy").build(1);

    /// The layers make so many numbers that 34 rows go through at once, and more in parts of 32 at most.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 34, 35, 65})
    void aBatchHasTheBitsOfItsRowsInPartsOrNot(int rows) {
        Tensor batch = Tensor.zeros(Shape.of(rows, 3));
        for (int i = 0; i < batch.elements(); i++) {
            batch.data()[i] = (i * 37 % 100) / 50f - 1;
        }
        try (Predictor predictor = network.predictor(new Plain())) {
            Tensor all = predictor.predict(batch);
            assertThat(all.shape()).isEqualTo(Shape.of(rows, 2));
            for (int row = 0; row < rows; row++) {
                float[] alone = predictor.predict(Tensor.of(Shape.of(1, 3), batch.data()[3 * row], batch.data()[3 * row + 1], batch.data()[3 * row + 2])).data();
                assertThat(new float[] {all.data()[2 * row], all.data()[2 * row + 1]}).isEqualTo(alone);
            }
        }
    }

    @Test
    void aClosedPredictorSaysSo() {
        Network small = Network.input(1).layers("dense(1)").build(1);
        Predictor predictor = small.predictor(new Plain());
        predictor.close();
        predictor.close();
        assertThatThrownBy(() -> predictor.predict(Tensor.zeros(Shape.of(1, 1)))).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> predictor.logits(Tensor.zeros(Shape.of(1, 1)))).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void samplesWithoutNumbersMakeNone() {
        Network nothing = Network.input(0).layers("flatten").loss("mean_squared_error").build(1);
        try (Predictor predictor = nothing.predictor(new Plain())) {
            assertThat(predictor.predict(Tensor.zeros(Shape.of(2, 0))).shape()).isEqualTo(Shape.of(2, 0));
        }
    }

    @Test
    void aSampleLargerThanAPartIsPredictedAllTheSame() {
        Network wide = Network.input(1).layers("dense(3000000)", "dense(1)").loss("mean_squared_error").build(1);
        try (Predictor predictor = wide.predictor(new Plain())) {
            Tensor both = predictor.predict(Tensor.of(Shape.of(2, 1), 1, 2));
            assertThat(predictor.predict(Tensor.of(Shape.of(1, 1), 2)).data()[0]).isEqualTo(both.data()[1]);
            assertThat(predictor.predict(Tensor.zeros(Shape.of(0, 1))).rows()).isZero();
        }
    }
}
