package dev.cortado.data;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Samples held as two tensors: row i of the targets belongs to row i of the inputs.
public final class TensorDataset implements Dataset {
    private final Tensor inputs;
    private final Tensor targets;
    private final List<String> classes;
    private final float[] weights;

    private TensorDataset(Tensor inputs, Tensor targets, List<String> classes, float[] weights) {
        this.inputs = inputs;
        this.targets = targets;
        this.classes = classes;
        this.weights = weights;
    }

    /// A data set of these samples. The tensors are not copied and must not be changed afterwards.
    ///
    /// @throws IllegalArgumentException if inputs and targets differ in number, or one is a scalar, which has no rows
    public static TensorDataset of(Tensor inputs, Tensor targets) {
        requireRows("inputs", inputs);
        requireRows("targets", targets);
        if (inputs.rows() != targets.rows()) {
            throw new IllegalArgumentException("Every sample needs a target: inputs of %s have %d rows, targets of %s have %d"
                    .formatted(inputs.shape(), inputs.rows(), targets.shape(), targets.rows()));
        }
        return new TensorDataset(inputs, targets, List.of(), new float[0]);
    }

    private static void requireRows(String what, Tensor tensor) {
        if (tensor.shape().rank() == 0) {
            throw new IllegalArgumentException("The first axis of the %s counts the samples, and a scalar %s has none"
                    .formatted(what, tensor.shape()));
        }
    }

    /// The same samples, whose targets are these classes: one column each, or a single column for the second of two.
    ///
    /// @throws IllegalArgumentException if there are not as many, or two have one name
    public TensorDataset withClasses(String... names) {
        int columns = targets.columns();
        if (names.length != columns && !(columns == 1 && names.length == 2)) {
            throw new IllegalArgumentException(
                    "%d classes do not fit targets of %d columns".formatted(names.length, columns));
        }
        List<String> called = List.of(names);
        if (called.stream().distinct().count() < called.size()) {
            throw new IllegalArgumentException("Classes need names of their own, not " + called);
        }
        return new TensorDataset(inputs, targets, called, weights);
    }

    /// The same samples, each counting so much in the loss of its batch: one of weight 2 as if it were there twice.
    ///
    /// @throws IllegalArgumentException if there is not one weight for each sample, or one is negative or not finite
    public TensorDataset withWeights(float... each) {
        if (each.length != size()) {
            throw new IllegalArgumentException("%d weights do not fit %d samples".formatted(each.length, size()));
        }
        for (int i = 0; i < each.length; i++) {
            if (!(each[i] >= 0) || Float.isInfinite(each[i])) {
                throw new IllegalArgumentException("A sample's weight is a number from 0 on; that of sample %d is %s"
                        .formatted(i, each[i]));
            }
        }
        return new TensorDataset(inputs, targets, classes, each.clone());
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
    public boolean weighted() {
        return weights.length > 0;
    }

    @Override
    public float weight(int sample) {
        return weights.length > 0 ? weights[sample] : 1;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public void draw(int[] samples, int from, int to, Tensor inputBatch, Tensor targetBatch) {
        draw(samples, from, to, inputBatch, targetBatch, 0);
    }

    @Override
    public void draw(int[] samples, int from, int to, Tensor inputBatch, Tensor targetBatch, int row) {
        copyRows(inputs, samples, from, to, inputBatch, row);
        copyRows(targets, samples, from, to, targetBatch, row);
    }

    private static void copyRows(Tensor source, int[] samples, int from, int to, Tensor batch, int row) {
        int columns = source.columns();
        for (int i = from; i < to; i++) {
            System.arraycopy(source.data(), samples[i] * columns, batch.data(), (row + i - from) * columns, columns);
        }
    }
}
