package dev.cortado.loss;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Step;
import dev.cortado.expression.Expression;

/// Rosenblatt's perceptron rule as a loss: (g(z) − t) z, the mean over all elements, with g = step for targets 0 and 1, or
/// g = sign for targets −1 and 1.
///
/// As g has no slope, the gradient is g(z) − t: 0 where the prediction is right, and plain descent with learning rate η is
/// w ← w + η (t − g(z)) x. `dense(1)` with this loss and `sgd` is the perceptron (Rosenblatt, *The perceptron*, 1958).
///
/// @param link the activation g that predictions go through: step or sign
public record Perceptron(Activation link) implements ElementwiseLoss {
    /// With the step, for targets 0 and 1.
    public Perceptron() {
        this(new Step());
    }

    @Override
    public Expression apply(Expression prediction, Expression target) {
        return link.apply(prediction).minus(target).times(prediction);
    }
}
