package dev.cortado.loss;

import dev.cortado.expression.Expression;

/// The mean of (prediction − target)² over all elements.
public record MeanSquaredError() implements ElementwiseLoss {
    @Override
    public Expression apply(Expression prediction, Expression target) {
        return prediction.minus(target).square();
    }
}
