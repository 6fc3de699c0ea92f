package dev.cortado.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TensorDatasetTest {
    private static final Tensor ONE = Tensor.zeros(Shape.of(1, 2));
    private static final Tensor SCALAR = Tensor.zeros(Shape.of());

    @Test
    void aScalarHasNoSamples() {
        assertThatThrownBy(() -> TensorDataset.of(SCALAR, ONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The first axis of the inputs counts the samples, and a scalar [] has none");
        assertThatThrownBy(() -> TensorDataset.of(ONE, SCALAR)).hasMessageContaining("of the targets");
    }

    /// Figures by class could not be told apart.
    @Test
    void classesOfOneNameAreRefused() {
        TensorDataset data = TensorDataset.of(ONE, ONE);
        assertThatThrownBy(() -> data.withClasses("a", "a")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Classes need names of their own, not [a, a]");
    }
}
