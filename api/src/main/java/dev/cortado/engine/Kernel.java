package dev.cortado.engine;

import dev.cortado.tensor.Tensor;

/// A formula that an engine has made ready to run.
@FunctionalInterface
public interface Kernel {
    /// Computes the outputs, element by element.
    ///
    /// The first output's rows and columns are those of the matrix; a full input and every output have as many elements, a
    /// row input one for each column, a column input one for each row. An output may be the same tensor as a full input.
    /// Nothing is checked here: [Ops] has done it.
    ///
    /// @param inputs a tensor for each of the formula's inputs, in their order
    /// @param scalars a number for each of the formula's scalars, in their order
    /// @param outputs a tensor for each of its outputs
    void run(Tensor[] inputs, float[] scalars, Tensor[] outputs);
}
