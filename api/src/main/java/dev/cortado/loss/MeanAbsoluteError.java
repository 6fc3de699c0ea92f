package dev.cortado.loss;

import dev.cortado.expression.Expression;

/// The mean of |prediction − target| over all elements; its slope at the target is 0.
public record MeanAbsoluteError() implements ElementwiseLoss {
    @Override
    public Expression apply(Expression prediction, Expression target) {
        return prediction.minus(target).abs();
    }
}
