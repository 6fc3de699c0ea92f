package dev.cortado.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.engine.Ops;
import dev.cortado.engine.Plain;
import dev.cortado.plugin.PluginException;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    private static float[] applied(Constraint constraint, Shape shape, double... values) {
        Tensor tensor = Tensor.of(shape, values);
        try (Ops ops = Ops.openPoisoned(new Plain())) {
            ops.tensor(Shape.of(shape.columns()));
            ops.reset();
            constraint.apply(tensor, ops);
        }
        return tensor.data();
    }

    @Test
    void maxNormShortensTheColumnsOfADenseWeightThatAreTooLong() {
        assertThat(applied(new MaxNorm(5), Shape.of(2, 3), 6, 3, -6, 8, 4, 0))
                .containsExactly(new float[] {3, 3, -5, 4, 4, 0}, within(1e-6f));
    }

    @Test
    void maxNormShortensEachFilterOfAConvolution() {
        assertThat(applied(new MaxNorm(5), Shape.of(2, 1, 1, 2), 6, 8, 3, 4))
                .containsExactly(new float[] {3, 4, 3, 4}, within(1e-6f));
    }

    @Test
    void aVectorIsTakenAsAWhole() {
        assertThat(applied(new UnitNorm(), Shape.of(2), 3, 4)).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    }

    @Test
    void whatIsShortEnoughKeepsItsBits() {
        assertThat(applied(new MaxNorm(5), Shape.of(2, 1), 0.1, -0.3)).containsExactly(0.1f, -0.3f);
    }

    @Test
    void unitNormLeavesZerosAlone() {
        assertThat(applied(new UnitNorm(), Shape.of(2, 3), 0, 3, 1e-30, 0, 4, 0))
                .containsExactly(new float[] {0, 0.6f, 1e-30f, 0, 0.8f, 0}, within(1e-6f));
    }

    @Test
    void nonNegativeTakesAwayWhatIsBelowZero() {
        assertThat(applied(new NonNegative(), Shape.of(2, 2), -1, 2, 0, -0.5)).containsExactly(0, 2, 0, 0);
    }

    @Test
    void emptyParametersAreNoTrouble() {
        for (Constraint each : Plugins.load().all(Constraint.class)) {
            for (Shape shape : new Shape[] {Shape.of(0), Shape.of(0, 3), Shape.of(3, 0), Shape.of(2, 0, 1)}) {
                assertThat(applied(each, shape)).isEmpty();
            }
        }
    }

    @Test
    void aLengthOfZeroIsRefused() {
        assertThatThrownBy(() -> Plugins.load().get(Constraint.class, "max_norm(0)")).isInstanceOf(PluginException.class)
                .hasMessage("Setting 'maximum' of max_norm must be above 0, not 0");
    }
}
