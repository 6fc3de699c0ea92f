package dev.cortado.dashboard.data;

import dev.cortado.data.Dataset;
import dev.cortado.data.DatasetProvider;
import dev.cortado.data.TensorDataset;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// The four corners of a square, each unlike its neighbours.
public record Corners() implements DatasetProvider {
    @Override
    public Dataset training() {
        return TensorDataset.of(
                Tensor.of(Shape.of(4, 2), 0, 0, 0, 1, 1, 0, 1, 1),
                Tensor.of(Shape.of(4, 1), 0, 1, 1, 0)).withClasses("0", "1");
    }

    @Override
    public Dataset test() {
        return training();
    }
}
