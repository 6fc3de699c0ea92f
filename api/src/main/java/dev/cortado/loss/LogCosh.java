package dev.cortado.loss;

import dev.cortado.expression.Expression;

/// The mean over all elements of log cosh(prediction − target): about half the square of small differences, and the amount
/// of large ones less log 2. Its gradient is tanh(prediction − target).
///
/// As |d| + softplus(−2 |d|) − log 2 it never overflows.
public record LogCosh() implements ElementwiseLoss {
    @Override
    public Expression apply(Expression prediction, Expression target) {
        Expression distance = prediction.minus(target).abs();
        return distance.plus(distance.times(-2).softplus()).minus(Math.log(2));
    }
}
