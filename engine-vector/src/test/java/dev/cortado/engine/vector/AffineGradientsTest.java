package dev.cortado.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// What members do one after the other without waiting for each other.
class AffineGradientsTest {
    private static final int TURNS = 200;

    @Test
    void nobodyLooksAtRowsThatAnotherHasNotWrittenYet() {
        Tensor x = Tensor.zeros(Shape.of(64, 101));
        Tensor sumGradient = Tensor.zeros(Shape.of(64, 100));
        Tensor weightGradient = Tensor.zeros(Shape.of(101, 100));
        try (Kernels kernels = new Vector(2).open()) {
            for (int turn = 0; turn < TURNS; turn++) {
                weightGradient.fill(Float.NaN);
                // So long that the worker sleeps, and the caller is done before it has begun.
                LockSupport.parkNanos(1_000_000);
                assertThat(kernels.affineGradients(x, sumGradient, weightGradient, null)).as("turn %d", turn).isTrue();
            }
        }
    }
}
