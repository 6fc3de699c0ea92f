package dev.cortado.testkit;

import dev.cortado.layer.Layer;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// Whose contract is signed: a layer, with what it takes.
interface LayerSubject {
    Layer layer();

    Shape sample();

    Tensor batch(int rows, long seed);

    boolean hasInputGradient();
}
