package dev.cortado.evaluation;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Ops;
import dev.cortado.layer.Step;
import dev.cortado.loss.Loss;
import dev.cortado.network.Network;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// Runs a network over a whole data set, in inference, and says how good it is.
public final class Evaluation {
    private static final int ROWS_AT_ONCE = 256;

    private Evaluation() {
    }

    /// The score on a data set, computed with these operations; their step memory is reset.
    public static Score of(Network network, Dataset dataset, Ops ops) {
        if (dataset.size() == 0) {
            throw new IllegalArgumentException("A network cannot be evaluated on 0 samples");
        }
        Loss loss = network.architecture().loss();
        boolean classes = Accuracy.applies(dataset, loss);
        int[] samples = new int[dataset.size()];
        Arrays.setAll(samples, i -> i);
        double sum = 0;
        long correct = 0;
        for (int from = 0; from < samples.length; from += ROWS_AT_ONCE) {
            int to = Math.min(samples.length, from + ROWS_AT_ONCE);
            Tensor inputs = ops.tensor(dataset.inputShape().batch(to - from));
            Tensor targets = ops.tensor(dataset.targetShape().batch(to - from));
            dataset.draw(samples, from, to, inputs, targets);
            Tensor logits = network.forward(inputs, new Step(ops, false, Randomness.seed(0))).output();
            sum += loss.evaluate(logits, targets, null, ops, ops.tensor(logits.shape())) * (to - from);
            correct += classes ? Accuracy.correct(ops.activate(loss.link(), logits), targets) : 0;
            ops.reset();
        }
        return new Score(sum / samples.length, classes ? (double) correct / samples.length : Double.NaN);
    }
}
