package dev.cortado.evaluation;

/// F1: the harmonic mean of precision and recall, 2 · right / (predicted + occurring). 0 where the denominator is.
///
/// @param average how the classes become one figure
/// @param multilabel whether a sample may have several labels, a column each, rather than the class of the largest column
public record F1(Average average, boolean multilabel) implements Metric {
    /// The mean over the classes, of which a sample has one.
    public F1() {
        this(Average.MACRO);
    }

    /// Of classes of which a sample has one.
    public F1(Average average) {
        this(average, false);
    }

    @Override
    public Total start() {
        return new CountsTotal(multilabel, counts -> counts.f1(average));
    }
}
