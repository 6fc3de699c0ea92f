package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Sign;
import dev.cortado.expression.Expression;

/// The mean over all elements of max(0, 1 − t z), for targets t of −1 and 1: a linear support vector machine's loss, 0 once
/// a sample is on the right side by a margin of 1 (Cortes and Vapnik, *Support-vector networks*, 1995).
///
/// It declares the sign as its link.
public record Hinge() implements ElementwiseLoss {
    @Override
    public Activation link() {
        return new Sign();
    }

    @Override
    public Expression apply(Expression prediction, Expression target) {
        return Expression.constant(1).minus(target.times(prediction)).max(0);
    }
}
