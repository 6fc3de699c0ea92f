package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Softmax;
import dev.cortado.engine.Ops;
import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The mean over rows of −Σ t log softmax(z): for targets that are one-hot classes, or probabilities of classes.
///
/// It takes logits z and declares softmax as its link; loss and gradient softmax(z) − t come from one pass.
///
/// @param labelSmoothing how much of each target is spread evenly over all classes (Szegedy et al., *Rethinking the
///     Inception architecture*, 2016)
public record CrossEntropy(@Setting(min = 0, max = 1) double labelSmoothing) implements Loss {
    /// Without smoothing.
    public CrossEntropy() {
        this(0);
    }

    @Override
    public Activation link() {
        return new Softmax();
    }

    @Override
    public double evaluate(
            Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient) {
        return ops.crossEntropy(prediction, target, RowScale.of(prediction.rows(), weights, ops), labelSmoothing, gradient);
    }
}
