package dev.cortado.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.engine.Ops;
import dev.cortado.engine.Plain;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Slopes at kinks, and close to them: those that PyTorch takes.
class KinksTest {
    private static float[] slopes(Activation activation, float... points) {
        Tensor ones = Tensor.zeros(Shape.of(points.length));
        ones.fill(1);
        Tensor input = Tensor.zeros(Shape.of(points.length));
        System.arraycopy(points, 0, input.data(), 0, points.length);
        try (Ops ops = Ops.open(new Plain())) {
            return ops.activateBackward(activation, input, ops.activate(activation, input), ones).data().clone();
        }
    }

    @Test
    void hardSwishHasTheSlopeOfTheLineAtThreeAndOfTheBendAtMinusThree() {
        assertThat(slopes(new HardSwish(), -4, -3, 0, 3, 4)).containsExactly(0, -0.5f, 0.5f, 1, 1);
    }

    /// 2.9999998 + 3 is 6 in float32.
    @Test
    void hardSigmoidRisesUpToTheVeryKink() {
        float below = Math.nextDown(3f);
        assertThat(slopes(new HardSigmoid(), -3, -below, 0, below, 3)).containsExactly(0, 1 / 6f, 1 / 6f, 1 / 6f, 0);
    }

    @Test
    void tanhShrinkIsFlatAtZeroAndNotBefore() {
        assertThat(slopes(new TanhShrink(), 0, 1e-4f)).containsExactly(new float[] {0, 1e-8f}, within(1e-14f));
    }
}
