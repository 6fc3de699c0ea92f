package dev.cortado.classic;

import dev.cortado.activation.Activation;
import dev.cortado.engine.Ops;
import dev.cortado.loss.Loss;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A loss times a factor, its gradient times one of its own: scikit-learn divides the one by the columns and not the other.
final class ScaledLoss implements Loss {
    private final Loss loss;
    private final double valueFactor;
    private final float gradientFactor;

    ScaledLoss(Loss loss, double valueFactor, double gradientFactor) {
        this.loss = loss;
        this.valueFactor = valueFactor;
        this.gradientFactor = (float) gradientFactor;
    }

    @Override
    public Activation link() {
        return loss.link();
    }

    @Override
    public double evaluate(Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient) {
        double value = loss.evaluate(prediction, target, weights, ops, gradient);
        float[] data = gradient.data();
        for (int i = 0; i < data.length; i++) {
            data[i] *= gradientFactor;
        }
        return value * valueFactor;
    }
}
