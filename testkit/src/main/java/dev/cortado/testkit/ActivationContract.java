package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.activation.Activation;
import dev.cortado.activation.RowActivation;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.layer.Dense;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What every activation must keep: its slope is that of its value, and all engines on the class path compute what its
/// formula says.
///
/// ```java
/// class SwishTest implements ActivationContract {
///     public Activation activation() { return new Swish(1.5); }
/// }
/// ```
public interface ActivationContract extends FormContract {
    /// The activation to be tested.
    Activation activation();

    @Override
    default Plugin plugin() {
        return activation();
    }

    /// Holds the derivative to central differences in float64; at a kink it is one of both slopes, or between them.
    @Test
    default void theDerivativeIsTheSlopeOfTheValue() {
        Assumptions.assumeFalse(activation() instanceof RowActivation);
        ElementwiseActivation twin = new ElementwiseActivation(activation());
        for (double x : ElementwiseActivation.points()) {
            twin.checkSlope(x);
        }
    }

    /// Up to ±20 it is finite, up to ±10,000 it is a number.
    @Test
    default void largeInputsGiveNoNan() {
        Tensor moderate = Tensor.of(Shape.of(1, 6), -20, 20, -10, 10, -0.0, 0);
        Tensor large = Tensor.of(Shape.of(1, 6), -1e4, 1e4, -300, 300, 90, -90);
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.open(engine)) {
                checkNumbers(ops, moderate, true);
                checkNumbers(ops, large, false);
            }
        }
    }

    private void checkNumbers(Ops ops, Tensor x, boolean finite) {
        Tensor y = ops.activate(activation(), x);
        Tensor slope = ops.activateBackward(activation(), x, y, ActivationRun.ones(x.shape()));
        assertThat(y.data()).as("%s of %s on %s", activation(), x, ops.engine()).doesNotContain(Float.NaN);
        assertThat(slope.data()).as("the slope of %s at %s on %s", activation(), x, ops.engine()).doesNotContain(Float.NaN);
        if (finite) {
            Likeness.checkFinite(y, () -> activation() + " of " + x);
            Likeness.checkFinite(slope, () -> "the slope of " + activation() + " at " + x);
        }
    }

    /// Holds every engine on the class path to the formula in float64, forward, backward and after a product.
    @Test
    default void everyEngineComputesTheFormula() {
        Assumptions.assumeFalse(activation() instanceof RowActivation);
        ElementwiseActivation twin = new ElementwiseActivation(activation());
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.open(engine)) {
                for (int size : Awkward.SIZES) {
                    twin.check(ops, Sample.uniform(Shape.of(3, size), size, -6, 6));
                }
                twin.check(ops, ElementwiseActivation.pointsTensor());
            }
        }
    }

    /// Holds the way back through rows to central differences of the way forward.
    @Test
    default void theWayBackIsTheSlopeOfTheWayForward() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                for (int columns : new int[] {1, 2, 7, 17}) {
                    ActivationRun.checkBack(activation(), ops, Sample.uniform(Shape.of(2, columns), columns + 1, -2, 2));
                }
            }
        }
    }

    @Test
    default void aShortRunLowersTheLoss() {
        ShortRun.of(new Dense(4, activation()), ShortRun.inputs()).checkItLearns();
    }

    @Test
    default void aNetworkWithItIsSavedAndLoaded() {
        ShortRun.of(new Dense(4, activation()), ShortRun.inputs()).checkItIsSavedAndLoaded();
    }
}
