package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Exponential;
import dev.cortado.expression.Expression;

/// The mean over all elements of e^z − t z: for counts t, with z the logarithm of their expected rate. It is the negative
/// log-likelihood of the Poisson distribution without log t!, which no weight changes.
///
/// It declares the exponential as its link, so that a network predicts rates.
public record Poisson() implements ElementwiseLoss {
    @Override
    public Activation link() {
        return new Exponential();
    }

    @Override
    public Expression apply(Expression prediction, Expression target) {
        return prediction.exp().minus(target.times(prediction));
    }
}
