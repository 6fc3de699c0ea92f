package dev.cortado.evaluation;

/// Precision: the part of the predictions of a class that is right. 0 where the denominator is.
///
/// @param average how the classes become one figure
/// @param multilabel whether a sample may have several labels, a column each, rather than the class of the largest column
public record Precision(Average average, boolean multilabel) implements Metric {
    /// The mean over the classes, of which a sample has one.
    public Precision() {
        this(Average.MACRO);
    }

    /// Of classes of which a sample has one.
    public Precision(Average average) {
        this(average, false);
    }

    @Override
    public Total start() {
        return new CountsTotal(multilabel, counts -> counts.precision(average));
    }
}
