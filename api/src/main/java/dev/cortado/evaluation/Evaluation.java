package dev.cortado.evaluation;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Ops;
import dev.cortado.layer.Step;
import dev.cortado.loss.Loss;
import dev.cortado.network.Network;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// Runs a network over a whole data set, in inference, and says how good it is. Only one batch is held at a time.
public final class Evaluation {
    private static final int ROWS_AT_ONCE = 256;

    private Evaluation() {
    }

    /// The score on a data set, computed with these operations; their step memory is reset.
    ///
    /// @throws IllegalArgumentException if the data set is empty, or its samples do not fit the network
    public static Score of(Network network, Dataset dataset, Ops ops) {
        Loss loss = network.architecture().loss();
        Tally tally = new Tally(loss, Accuracy.applies(dataset, loss), ops);
        each(network, dataset, ops, tally);
        return tally.score(dataset.size());
    }

    /// The score on a data set, computed by the engine that the class path and `-Dcortado.engine` choose.
    public static Score of(Network network, Dataset dataset) {
        try (Ops ops = Ops.open(network.engine())) {
            return of(network, dataset, ops);
        }
    }

    /// A metric on a data set, computed with these operations; their step memory is reset.
    ///
    /// @throws IllegalArgumentException if the data set is empty, or its samples do not fit the network
    public static double of(Network network, Dataset dataset, Metric metric, Ops ops) {
        return feed(metric.start(), network, dataset, ops).value();
    }

    /// A metric on a data set, computed by the engine that the class path and `-Dcortado.engine` choose:
    /// `Evaluation.of(network, test, new F1())`.
    ///
    /// @throws IllegalArgumentException if the data set is empty, or its samples do not fit the network
    public static double of(Network network, Dataset dataset, Metric metric) {
        return feed(metric.start(), network, dataset).value();
    }

    /// Shows the network's predictions for a whole data set to something that adds them up.
    static <T extends Metric.Total> T feed(T total, Network network, Dataset dataset) {
        try (Ops ops = Ops.open(network.engine())) {
            return feed(total, network, dataset, ops);
        }
    }

    private static <T extends Metric.Total> T feed(T total, Network network, Dataset dataset, Ops ops) {
        Loss loss = network.architecture().loss();
        each(network, dataset, ops, (logits, targets) -> total.add(ops.activate(loss.link(), logits), targets));
        return total;
    }

    private static void each(Network network, Dataset dataset, Ops ops, Batch batch) {
        if (dataset.size() == 0) {
            throw new IllegalArgumentException("A network cannot be evaluated on 0 samples");
        }
        network.architecture().requireFit("data", dataset.inputShape(), dataset.targetShape());
        int[] samples = new int[dataset.size()];
        Arrays.setAll(samples, i -> i);
        for (int start = 0; start < samples.length; start += ROWS_AT_ONCE) {
            int rows = Math.min(samples.length - start, ROWS_AT_ONCE);
            Tensor inputs = ops.tensor(dataset.inputShape().batch(rows));
            Tensor targets = ops.tensor(dataset.targetShape().batch(rows));
            ops.share(rows, inputs.elements(), new Drawing(dataset, samples, start, inputs, targets));
            batch.take(network.forward(inputs, new Step(ops, false, Randomness.seed(0))).output(), targets);
            ops.reset();
        }
    }

    private interface Batch {
        void take(Tensor logits, Tensor targets);
    }

    /// Adds up the loss, each batch as much as it counts, and what is right if targets are classes.
    private static final class Tally implements Batch {
        private final Loss loss;
        private final boolean classes;
        private final Ops ops;
        private double sum;
        private double count;
        private long correct;

        Tally(Loss loss, boolean classes, Ops ops) {
            this.loss = loss;
            this.classes = classes;
            this.ops = ops;
        }

        @Override
        public void take(Tensor logits, Tensor targets) {
            double mean = loss.evaluate(logits, targets, null, ops, ops.tensor(logits.shape()));
            double counts = loss.count(targets);
            sum += mean * counts;
            count += counts;
            correct += classes ? Accuracy.correct(loss, logits, targets, ops) : 0;
        }

        Score score(int samples) {
            return new Score(count == 0 ? 0 : sum / count, classes ? (double) correct / samples : Double.NaN);
        }
    }
}
