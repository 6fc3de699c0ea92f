package dev.cortado.evaluation;

/// Recall: the part of the occurrences of a class that was predicted. 0 where the denominator is.
///
/// @param average how the classes become one figure
/// @param multilabel whether a sample may have several labels, a column each, rather than the class of the largest column
public record Recall(Average average, boolean multilabel) implements Metric {
    /// The mean over the classes, of which a sample has one.
    public Recall() {
        this(Average.MACRO);
    }

    /// Of classes of which a sample has one.
    public Recall(Average average) {
        this(average, false);
    }

    @Override
    public Total start() {
        return new CountsTotal(multilabel, counts -> counts.recall(average));
    }
}
