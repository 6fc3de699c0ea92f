package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Sign;
import dev.cortado.expression.Expression;

/// The mean over all elements of max(0, 1 − t z)², for targets t of −1 and 1: [Hinge] without its kink.
///
/// It declares the sign as its link.
public record SquaredHinge() implements ElementwiseLoss {
    @Override
    public Activation link() {
        return new Sign();
    }

    @Override
    public Expression apply(Expression prediction, Expression target) {
        return Expression.constant(1).minus(target.times(prediction)).max(0).square();
    }
}
