package dev.cortado.evaluation;

import dev.cortado.tensor.Tensor;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// A figure of class counts, taken at the end.
final class CountsTotal implements Metric.Total {
    private final boolean multilabel;
    private final ToDoubleFunction<ClassCounts> figure;
    private ConfusionMatrix.@Nullable Tally tally;
    private @Nullable ClassCounts labels;

    /// @param multilabel whether a sample may have several labels
    CountsTotal(boolean multilabel, ToDoubleFunction<ClassCounts> figure) {
        this.multilabel = multilabel;
        this.figure = figure;
    }

    @Override
    public void add(Tensor prediction, Tensor target) {
        if (multilabel) {
            ClassCounts counted = labels == null ? ClassCounts.labels(target.columns()) : labels;
            counted.addLabels(prediction, target);
            labels = counted;
        } else {
            ConfusionMatrix.Tally counted = tally == null
                    ? new ConfusionMatrix.Tally(ConfusionMatrix.empty(Math.max(2, target.columns()))) : tally;
            counted.add(prediction, target);
            tally = counted;
        }
    }

    @Override
    public double value() {
        ClassCounts several = labels;
        ConfusionMatrix.Tally single = tally;
        if (several != null) {
            return figure.applyAsDouble(several);
        }
        return single == null ? Double.NaN : figure.applyAsDouble(single.matrix.counts());
    }
}
