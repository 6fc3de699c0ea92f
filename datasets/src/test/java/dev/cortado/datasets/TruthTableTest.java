package dev.cortado.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.data.Dataset;
import dev.cortado.data.DatasetProvider;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTableTest {
    @ParameterizedTest
    @CsvSource({"xor, 0, 1, 1, 0", "and, 0, 0, 0, 1", "or, 0, 1, 1, 1"})
    void eachIsFoundByItsNameAndHoldsItsFourPoints(String name, float first, float second, float third, float fourth) {
        Dataset data = Plugins.load().get(DatasetProvider.class, name).training();
        Tensor inputs = Tensor.zeros(Shape.of(4, 2));
        Tensor targets = Tensor.zeros(data.targetShape().batch(4));
        data.draw(new int[] {0, 1, 2, 3}, 0, 4, inputs, targets);
        assertThat(inputs.data()).containsExactly(0, 0, 0, 1, 1, 0, 1, 1);
        assertThat(targets.shape()).isEqualTo(Shape.of(4, 1));
        assertThat(targets.data()).containsExactly(first, second, third, fourth);
        assertThat(data.classes()).containsExactly("0", "1");
    }

    @Test
    void targetsMayBeOneHot() {
        Dataset data = Plugins.load().get(DatasetProvider.class, "xor(one_hot=true)").test();
        Tensor targets = Tensor.zeros(Shape.of(4, 2));
        data.draw(new int[] {0, 1, 2, 3}, 0, 4, Tensor.zeros(Shape.of(4, 2)), targets);
        assertThat(targets.data()).containsExactly(1, 0, 0, 1, 0, 1, 1, 0);
        assertThat(data.targetShape()).isEqualTo(Shape.of(2));
    }
}
