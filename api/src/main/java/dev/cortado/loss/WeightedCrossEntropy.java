package dev.cortado.loss;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.Ops;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cross-entropy with class weights: the engine's, for targets that were multiplied with the weights beforehand.
final class WeightedCrossEntropy {
    private static final Expression.Input TARGET = Expression.input("target");
    private static final Expression.Input WEIGHT = Expression.row("weight");

    private final ClassWeights classWeights;
    private final Tensor weightsRow;
    private final Kernel weightedTarget;

    WeightedCrossEntropy(CrossEntropy loss, Ops ops) {
        classWeights = loss.classWeights();
        List<Double> weights = classWeights.values();
        weightsRow = Tensor.of(Shape.of(weights.size()), weights.stream().mapToDouble(Double::doubleValue).toArray());
        double smoothing = loss.labelSmoothing();
        Expression smoothed = TARGET.times(1 - smoothing).plus(smoothing / weights.size());
        weightedTarget = ops.compile(Formula.of(List.of(TARGET, WEIGHT), List.of(),
                List.of(smoothing == 0 ? TARGET.times(WEIGHT) : smoothed.times(WEIGHT))));
    }

    double evaluate(Tensor prediction, Tensor target, @Nullable Tensor weights, Ops ops, Tensor gradient) {
        classWeights.requireColumnsOf(target);
        Tensor weighted = ops.tensor(target.shape());
        weightedTarget.run(new Tensor[] {target, weightsRow}, new float[0], new Tensor[] {weighted});
        return ops.crossEntropy(prediction, weighted, scale(target, weights, ops), 0, gradient);
    }

    /// Each sample's own weight over what all samples count with their classes. Where all that counts is 0, so is the loss.
    private Tensor scale(Tensor target, @Nullable Tensor weights, Ops ops) {
        Tensor scale = RowScale.unshared(target.rows(), weights, ops);
        double sum = 0;
        for (int r = 0; r < target.rows(); r++) {
            sum += scale.data()[r] * classWeights.count(target, r);
        }
        for (int r = 0; r < target.rows(); r++) {
            scale.data()[r] = sum == 0 ? 0 : (float) (scale.data()[r] / sum);
        }
        return scale;
    }
}
