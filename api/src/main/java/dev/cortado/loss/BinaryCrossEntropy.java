package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Sigmoid;
import dev.cortado.expression.Expression;

/// The mean over all elements of −t log p − (1 − t) log(1 − p) with p = sigmoid(z): logistic regression's loss, for one or
/// several independent yes-or-no targets t in [0, 1].
///
/// It takes logits z and declares the sigmoid as its link; as softplus(z) − t z it never overflows.
public record BinaryCrossEntropy() implements ElementwiseLoss {
    @Override
    public Activation link() {
        return new Sigmoid();
    }

    @Override
    public Expression apply(Expression prediction, Expression target) {
        return prediction.softplus().minus(target.times(prediction));
    }
}
