package dev.cortado.datasets;

import dev.cortado.data.DatasetProvider;
import dev.cortado.data.TensorDataset;

/// The four points of the unit square's corners; the class is whether at least one of their two coordinates is 1.
///
/// A straight line parts the two classes, so that a perceptron learns it.
///
/// @param oneHot whether a target has a column for each of the two classes, instead of one number, 0 or 1
public record Or(boolean oneHot) implements DatasetProvider {
    /// With one number as target.
    public Or() {
        this(false);
    }

    @Override
    public TensorDataset training() {
        return TruthTable.of(oneHot, 0, 1, 1, 1);
    }

    /// The four points again: there are no others.
    @Override
    public TensorDataset test() {
        return training();
    }
}
