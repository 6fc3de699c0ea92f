package dev.cortado.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What a parameter knows of its gradient.
class ParameterTest {
    @Test
    void aGradientIsKnownToBeFiniteUntilSomebodyMayWriteIntoIt() {
        Parameter weight = new Parameter("weight", Parameter.Role.WEIGHT, Tensor.zeros(Shape.of(2, 3)));
        assertThat(weight.gradientIsKnownFinite()).isFalse();
        List<Consumer<Parameter>> accesses = List.of(Parameter::gradient, Parameter::overwriteGradient, Parameter::clearGradient);
        for (Consumer<Parameter> access : accesses) {
            weight.foundGradientFinite();
            assertThat(weight.gradientIsKnownFinite()).isTrue();
            access.accept(weight);
            assertThat(weight.gradientIsKnownFinite()).isFalse();
        }
    }
}
