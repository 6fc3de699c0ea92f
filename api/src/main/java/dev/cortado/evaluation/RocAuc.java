package dev.cortado.evaluation;

import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The area under the ROC curve: how likely a sample of a class gets a larger score than one of the rest. With several
/// columns, each class against the rest. Scores are kept, 8 bytes each.
///
/// NaN if a class has no samples, or nothing else has.
///
/// @param average how the classes become one figure; of no matter for a single column
public record RocAuc(Average average) implements Metric {
    /// The mean over the classes.
    public RocAuc() {
        this(Average.MACRO);
    }

    @Override
    public Total start() {
        return new Areas();
    }

    private final class Areas implements Total {
        private final List<ScoredLabels> columns = new ArrayList<>();

        @Override
        public void add(Tensor prediction, Tensor target) {
            int kept = average == Average.MICRO ? 1 : target.columns();
            while (columns.size() < kept) {
                columns.add(new ScoredLabels());
            }
            for (int i = 0; i < target.elements(); i++) {
                columns.get(i % kept).add(prediction.data()[i], target.data()[i] > 0.5f);
            }
        }

        @Override
        public double value() {
            return switch (average) {
                case BINARY -> positive().area();
                case MICRO -> columns.isEmpty() ? Double.NaN : columns.getFirst().area();
                case MACRO -> mean(false);
                case WEIGHTED -> mean(true);
            };
        }

        private ScoredLabels positive() {
            if (columns.isEmpty() || columns.size() > 2) {
                throw new IllegalArgumentException("The average 'binary' is for two classes, not for %d: take macro or weighted"
                        .formatted(columns.size()));
            }
            return columns.getLast();
        }

        private double mean(boolean weighted) {
            double sum = 0;
            double weights = 0;
            for (ScoredLabels column : columns) {
                double weight = weighted && columns.size() > 1 ? column.positives() : 1;
                sum += weight * column.area();
                weights += weight;
            }
            return sum / weights;
        }
    }
}
