package dev.cortado.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void aShapeCountsElementsRowsAndColumns() {
        Shape shape = Shape.of(4, 3, 2);
        assertThat(shape.elements()).isEqualTo(24);
        assertThat(shape.rows()).isEqualTo(4);
        assertThat(shape.columns()).isEqualTo(6);
        assertThat(shape.length(-1)).isEqualTo(2);
        assertThat(Shape.of().elements()).isEqualTo(1);
        assertThat(Shape.of(0, 5).columns()).isEqualTo(5);
    }

    @Test
    void shapesAreComparedByValue() {
        assertThat(Shape.of(2, 3)).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2));
        assertThat(Shape.of(2, 3)).hasToString("[2, 3]");
    }

    @Test
    void theShapeOfABatchIsThatOfItsSamplesWithOneMoreAxis() {
        assertThat(Shape.of(28, 28).batch(5)).isEqualTo(Shape.of(5, 28, 28));
        assertThat(Shape.of(5, 28, 28).sample()).isEqualTo(Shape.of(28, 28));
    }

    @Test
    void impossibleLengthsAreRefused() {
        assertThatThrownBy(() -> Shape.of(2, -1)).hasMessageContaining("[2, -1]");
        assertThatThrownBy(() -> Shape.of(1 << 20, 1 << 20)).hasMessageContaining("too large");
        assertThatThrownBy(() -> Shape.of(1 << 30, 1 << 30, 1 << 30, 1 << 30, 1 << 30)).hasMessageContaining("too large");
        assertThatThrownBy(() -> Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 3)).hasMessageContaining("too large");
        assertThat(Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 0).elements()).isZero();
        assertThatThrownBy(() -> Shape.of(2).length(1)).hasMessageContaining("[2]");
    }
}
