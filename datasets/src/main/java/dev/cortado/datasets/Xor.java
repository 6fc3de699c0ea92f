package dev.cortado.datasets;

import dev.cortado.data.DatasetProvider;
import dev.cortado.data.TensorDataset;

/// The four points of the unit square's corners; the class is whether exactly one of their two coordinates is 1.
///
/// No straight line parts the two classes, so that a perceptron cannot learn it (Minsky and Papert,
/// *Perceptrons*, 1969), and a network with one hidden layer can.
///
/// @param oneHot whether a target has a column for each of the two classes, instead of one number, 0 or 1
public record Xor(boolean oneHot) implements DatasetProvider {
    /// With one number as target.
    public Xor() {
        this(false);
    }

    @Override
    public TensorDataset training() {
        return TruthTable.of(oneHot, 0, 1, 1, 0);
    }

    /// The four points again: there are no others.
    @Override
    public TensorDataset test() {
        return training();
    }
}
