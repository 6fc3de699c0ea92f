package dev.cortado.loss;

import dev.cortado.engine.Ops;
import dev.cortado.expression.Expression;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A loss that is the mean of a formula over all elements.
public interface ElementwiseLoss extends Loss {
    /// The loss of one predicted number where another was wanted.
    Expression apply(Expression prediction, Expression target);

    @Override
    default double evaluate(
            Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient) {
        Tensor scale = RowScale.of(prediction.rows(), weights, ops);
        return ops.once(ElementwiseLossKernel.class, this, ElementwiseLossKernel::new)
                .evaluate(prediction, target, scale, ops, gradient);
    }
}
