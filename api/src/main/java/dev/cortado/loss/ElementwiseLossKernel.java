package dev.cortado.loss;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.Ops;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// An element-wise loss and its gradient, compiled into one kernel.
final class ElementwiseLossKernel {
    private static final Expression.Input PREDICTION = Expression.input("prediction");
    private static final Expression.Input TARGET = Expression.input("target");
    private static final Expression.Input SCALE = Expression.column("scale");
    private static final Expression.Scalar SHARE = Expression.scalar("share");

    private final Kernel kernel;

    ElementwiseLossKernel(ElementwiseLoss loss, Ops ops) {
        Expression value = loss.apply(PREDICTION, TARGET);
        Expression scale = SCALE.times(SHARE);
        kernel = ops.compile(Formula.of(List.of(PREDICTION, TARGET, SCALE), List.of(SHARE),
                List.of(value.times(scale), value.derivative(PREDICTION).times(scale))));
    }

    /// @param scale what each row counts; together 1
    double evaluate(Tensor prediction, Tensor target, Tensor scale, Ops ops, Tensor gradient) {
        Tensor losses = ops.tensor(prediction.shape());
        kernel.run(new Tensor[] {prediction, target, scale}, new float[] {1f / prediction.columns()},
                new Tensor[] {losses, gradient});
        return ops.sum(losses);
    }
}
