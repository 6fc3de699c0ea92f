package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Sigmoid;
import dev.cortado.engine.Ops;
import dev.cortado.expression.Expression;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The mean over all elements of −t log p − (1 − t) log(1 − p) with p = sigmoid(z): logistic regression's loss, for one or
/// several independent yes-or-no targets t in [0, 1].
///
/// It takes logits z and declares the sigmoid as its link; as softplus(z) − t z it never overflows. With class weights
/// [w₀, w₁], for a single column, a row counts w₁ t + w₀ (1 − t) times in the mean.
///
/// @param classWeights what no and yes count: `[1, 10]`, `balanced` or `none`
public record BinaryCrossEntropy(ClassWeights classWeights) implements ElementwiseLoss {
    /// Both classes alike.
    public BinaryCrossEntropy() {
        this(ClassWeights.none());
    }

    /// With these weights.
    ///
    /// @throws IllegalArgumentException if there are weights, but not two
    public BinaryCrossEntropy {
        if (classWeights.given() && classWeights.values().size() != 2) {
            throw new IllegalArgumentException("binary_cross_entropy takes two class weights, for 0 and for 1, not "
                    + classWeights);
        }
    }

    @Override
    public Activation link() {
        return new Sigmoid();
    }

    @Override
    public Expression apply(Expression prediction, Expression target) {
        return prediction.softplus().minus(target.times(prediction));
    }

    @Override
    public void requireFit(Shape output) {
        if (classWeights.given() || classWeights.balanced()) {
            requireOneColumn(output.elements());
        }
    }

    @Override
    public double evaluate(
            Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient) {
        Tensor counted = classWeights.given() ? counted(target, weights, ops) : weights;
        return ElementwiseLoss.super.evaluate(prediction, target, counted, ops, gradient);
    }

    private Tensor counted(Tensor target, @Nullable Tensor weights, Ops ops) {
        requireOneColumn(target.columns());
        Tensor counted = RowScale.unshared(target.rows(), weights, ops);
        for (int r = 0; r < target.rows(); r++) {
            counted.data()[r] *= count(target.data()[r]);
        }
        return counted;
    }

    /// How much a row with this target counts.
    private float count(float t) {
        return (float) (classWeights.values().getLast() * t + classWeights.values().getFirst() * (1 - t));
    }

    @Override
    public double count(Tensor target) {
        if (!classWeights.given()) {
            return target.rows();
        }
        requireOneColumn(target.columns());
        double count = 0;
        for (int r = 0; r < target.rows(); r++) {
            count += count(target.data()[r]);
        }
        return count;
    }

    private static void requireOneColumn(int columns) {
        if (columns != 1) {
            throw new IllegalArgumentException(
                    "Class weights of binary_cross_entropy are for one column, not for %d; use cross_entropy, "
                            .formatted(columns) + "or sample weights");
        }
    }

    @Override
    public boolean needsBalance() {
        return classWeights.balanced();
    }

    @Override
    public Loss balanced(double[] targetSums, long samples) {
        if (!needsBalance()) {
            return this;
        }
        requireOneColumn(targetSums.length);
        return new BinaryCrossEntropy(ClassWeights.balancing(samples - targetSums[0], targetSums[0]));
    }
}
