package dev.cortado.dashboard.race;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.activation.Sigmoid;
import dev.cortado.activation.Softmax;
import dev.cortado.data.Dataset;
import dev.cortado.evaluation.Accuracy;
import dev.cortado.network.Architecture;
import dev.cortado.network.Predictor;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Goes through a whole test set and counts what was taken for what.
final class Verdict {
    private static final int ROWS_AT_ONCE = 500;

    private final int[][] confusion;
    private final Mistakes mistakes;

    private Verdict(int classes) {
        confusion = new int[classes][classes];
        mistakes = new Mistakes(classes);
    }

    static Result of(Architecture architecture, Predictor predictor, Dataset test) {
        Verdict verdict = new Verdict(test.classes().size());
        for (int from = 0; from < test.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(test.size(), from + ROWS_AT_ONCE);
            Tensor inputs = Tensor.zeros(test.inputShape().batch(to - from));
            Tensor targets = Tensor.zeros(test.targetShape().batch(to - from));
            test.draw(Judge.range(from, to), 0, to - from, inputs, targets);
            verdict.count(from, predictor.predict(inputs), targets);
        }
        return verdict.result(test.size(), givesProbabilities(architecture));
    }

    /// Whether predictions come out of something that makes probabilities: the loss's link, or else the last layer.
    private static boolean givesProbabilities(Architecture architecture) {
        Activation link = architecture.loss().link();
        Activation last = link instanceof Identity ? architecture.layers().getLast().activation() : link;
        return last instanceof Softmax || last instanceof Sigmoid;
    }

    private void count(int from, Tensor predictions, Tensor targets) {
        for (int row = 0; row < targets.rows(); row++) {
            int truth = Accuracy.decision(targets, row);
            int predicted = Accuracy.decision(predictions, row);
            confusion[truth][predicted]++;
            if (truth != predicted) {
                mistakes.add(new Result.Wrong(from + row, truth, predicted, output(predictions, row, predicted)));
            }
        }
    }

    private static double output(Tensor predictions, int row, int predicted) {
        float[] data = predictions.data();
        int columns = predictions.columns();
        if (columns == 1) {
            return predicted == 1 ? data[row] : 1 - data[row];
        }
        return data[row * columns + predicted];
    }

    private Result result(int samples, boolean probabilities) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : confusion) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new Result(1 - (double) mistakes.count() / samples, List.copyOf(rows), probabilities, mistakes.surest(),
                mistakes.count());
    }
}
