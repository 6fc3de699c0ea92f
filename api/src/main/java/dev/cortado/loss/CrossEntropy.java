package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Softmax;
import dev.cortado.engine.Ops;
import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The mean over rows of −Σ t log softmax(z): for targets that are one-hot classes, or probabilities of classes.
///
/// It takes logits z and declares softmax as its link; loss and gradient softmax(z) − t come from one pass. With class weights
/// w it is Σ −w t′ log softmax(z) over Σ w t, both over all rows and columns, where t′ is the smoothed target: a mean in which
/// a row of class c counts w_c times.
///
/// @param labelSmoothing how much of each target is spread evenly over all classes (Szegedy et al., *Rethinking the
///     Inception architecture*, 2016)
/// @param classWeights what each class counts: `[1, 2, 0.5]`, `balanced` or `none`
public record CrossEntropy(@Setting(min = 0, max = 1) double labelSmoothing, ClassWeights classWeights) implements Loss {
    /// Without smoothing, all classes alike.
    public CrossEntropy() {
        this(0);
    }

    /// With smoothing, all classes alike.
    public CrossEntropy(double labelSmoothing) {
        this(labelSmoothing, ClassWeights.none());
    }

    @Override
    public Activation link() {
        return new Softmax();
    }

    @Override
    public void requireFit(Shape output) {
        if (classWeights.given()) {
            classWeights.requireColumnsOf(output);
        }
    }

    @Override
    public double evaluate(
            Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient) {
        if (classWeights.given()) {
            return ops.once(WeightedCrossEntropy.class, this, WeightedCrossEntropy::new)
                    .evaluate(prediction, target, weights, ops, gradient);
        }
        return ops.crossEntropy(prediction, target, RowScale.of(prediction.rows(), weights, ops), labelSmoothing, gradient);
    }

    @Override
    public double count(Tensor target) {
        return classWeights.given() ? classWeights.count(target) : target.rows();
    }

    @Override
    public boolean needsBalance() {
        return classWeights.balanced();
    }

    @Override
    public Loss balanced(double[] targetSums, long samples) {
        return needsBalance() ? new CrossEntropy(labelSmoothing, ClassWeights.balancing(targetSums)) : this;
    }
}
