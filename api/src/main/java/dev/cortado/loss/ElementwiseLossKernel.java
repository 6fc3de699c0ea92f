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
    // The operands of a call, in arrays that are used again.
    private final Tensor[] inputs = new Tensor[3];
    private final float[] share = new float[1];
    private final Tensor[] outputs = new Tensor[2];

    ElementwiseLossKernel(ElementwiseLoss loss, Ops ops) {
        Expression value = loss.apply(PREDICTION, TARGET);
        Expression scale = SCALE.times(SHARE);
        kernel = ops.compile(Formula.of(List.of(PREDICTION, TARGET, SCALE), List.of(SHARE),
                List.of(value.times(scale), value.derivative(PREDICTION).times(scale))));
    }

    /// @param scale what each row counts; together 1
    double evaluate(Tensor prediction, Tensor target, Tensor scale, Ops ops, Tensor gradient) {
        Tensor losses = ops.tensor(prediction.shape());
        inputs[0] = prediction;
        inputs[1] = target;
        inputs[2] = scale;
        share[0] = 1f / prediction.columns();
        outputs[0] = losses;
        outputs[1] = gradient;
        kernel.run(inputs, share, outputs);
        return ops.sum(losses);
    }
}
