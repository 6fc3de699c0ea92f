package dev.cortado.testkit;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Exponential;
import dev.cortado.activation.Sigmoid;
import dev.cortado.activation.Softmax;
import dev.cortado.activation.Step;
import dev.cortado.loss.Loss;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// What every loss must keep: its gradient is its slope, it is a mean over the batch that weights may shift, and it is
/// smallest where the prediction is right.
///
/// ```java
/// class QuarticTest implements LossContract {
///     public Loss loss() { return new Quartic(); }
/// }
/// ```
public interface LossContract extends FormContract, LossGradientContract, LossMeanContract {
    /// The loss to be tested.
    @Override
    Loss loss();

    @Override
    default Plugin plugin() {
        return loss();
    }

    /// Targets of a batch of five columns, as its [Loss#link] has them: probabilities that sum to 1 for softmax, between 0 and 1
    /// for the sigmoid, 0 and 1 for the step, −1 and 1 for the sign, otherwise any number between −2 and 2.
    @Override
    default Tensor targets(int rows, long seed) {
        return Targets.of(loss(), Shape.of(rows, 5), seed);
    }

    /// The prediction, before the link, that is right for these targets.
    @Override
    default Tensor right(Tensor targets) {
        return switch (loss().link()) {
            case Softmax _, Exponential _ -> Targets.map(targets, Math::log);
            case Sigmoid _ -> Targets.map(targets, p -> Math.log(p / (1 - p)));
            case Step _ -> Targets.map(targets, t -> 2 * t - 1);
            case Activation _ -> targets.copy();
        };
    }

    /// Whether the loss is smallest at the right prediction; one that smooths its targets declares that it is not.
    @Override
    default boolean isSmallestAtItsTarget() {
        return true;
    }

    @Test
    default void aShortRunLowersTheLoss() {
        ShortRun.of(loss(), targets(16, 9)).checkItLearns();
    }

    @Test
    default void aNetworkWithItIsSavedAndLoaded() {
        ShortRun.of(loss(), targets(16, 9)).checkItIsSavedAndLoaded();
    }
}
