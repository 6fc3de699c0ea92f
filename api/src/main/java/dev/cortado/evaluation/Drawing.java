package dev.cortado.evaluation;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Part;
import dev.cortado.tensor.Tensor;

/// Samples drawn into the rows of a batch, by several threads where an engine has them: each draws some.
///
/// A class, since a lambda that takes so much along costs each new process 5 ms.
public final class Drawing implements Part {
    private final Dataset dataset;
    private final int[] samples;
    private final int from;
    private final Tensor inputs;
    private final Tensor targets;

    /// @param dataset what is drawn from
    /// @param samples numbers of samples, each from 0 to size − 1
    /// @param from the place in `samples` of what belongs in row 0
    /// @param inputs of shape [rows, input shape…]: receives the inputs
    /// @param targets of shape [rows, target shape…]: receives the targets
    public Drawing(Dataset dataset, int[] samples, int from, Tensor inputs, Tensor targets) {
        this.dataset = dataset;
        this.samples = samples;
        this.from = from;
        this.inputs = inputs;
        this.targets = targets;
    }

    /// Draws rows `first` (inclusive) to `end` (exclusive).
    @Override
    public void run(int first, int end) {
        dataset.draw(samples, from + first, from + end, inputs, targets, first);
    }
}
