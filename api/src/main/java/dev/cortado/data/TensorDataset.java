package dev.cortado.data;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Samples held as two tensors: row i of the targets belongs to row i of the inputs.
public final class TensorDataset implements Dataset {
    private final Tensor inputs;
    private final Tensor targets;
    private final List<String> classes;

    private TensorDataset(Tensor inputs, Tensor targets, List<String> classes) {
        this.inputs = inputs;
        this.targets = targets;
        this.classes = classes;
    }

    /// A data set of these samples. The tensors are not copied and must not be changed afterwards.
    ///
    /// @throws IllegalArgumentException if inputs and targets differ in number
    public static TensorDataset of(Tensor inputs, Tensor targets) {
        if (inputs.rows() != targets.rows()) {
            throw new IllegalArgumentException("Every sample needs a target: inputs of %s have %d rows, targets of %s have %d"
                    .formatted(inputs.shape(), inputs.rows(), targets.shape(), targets.rows()));
        }
        return new TensorDataset(inputs, targets, List.of());
    }

    /// The same samples, whose targets are these classes: one column each, or a single column for the second of two.
    public TensorDataset withClasses(String... names) {
        int columns = targets.columns();
        if (names.length != columns && !(columns == 1 && names.length == 2)) {
            throw new IllegalArgumentException(
                    "%d classes do not fit targets of %d columns".formatted(names.length, columns));
        }
        return new TensorDataset(inputs, targets, List.of(names));
    }

    @Override
    public int size() {
        return inputs.rows();
    }

    @Override
    public Shape inputShape() {
        return inputs.shape().sample();
    }

    @Override
    public Shape targetShape() {
        return targets.shape().sample();
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public void draw(int[] samples, int from, int to, Tensor inputBatch, Tensor targetBatch) {
        copyRows(inputs, samples, from, to, inputBatch);
        copyRows(targets, samples, from, to, targetBatch);
    }

    private static void copyRows(Tensor source, int[] samples, int from, int to, Tensor batch) {
        int columns = source.columns();
        for (int i = from; i < to; i++) {
            System.arraycopy(source.data(), samples[i] * columns, batch.data(), (i - from) * columns, columns);
        }
    }
}
