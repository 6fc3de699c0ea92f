package dev.cortado.engine.vector.formula;

/// A program as a loop over arrays.
interface Loop {
    /// Computes the elements from 0 to `length`, counted from each array's own offset; all inputs of an element are read before an output of it is written.
    ///
    /// @param arrays the inputs, then the outputs
    /// @param offsets where each of them begins
    void run(float[][] arrays, int[] offsets, float[] scalars, int length);

    /// This loop for one thread, with memory of its own if it needs any.
    default Loop forOneThread() {
        return this;
    }
}
