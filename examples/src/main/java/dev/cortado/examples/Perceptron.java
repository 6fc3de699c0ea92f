package dev.cortado.examples;

import dev.cortado.data.TensorDataset;
import dev.cortado.evaluation.Accuracy;
import dev.cortado.network.Network;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingRun;
import java.util.Locale;

/// Rosenblatt's perceptron: one neuron that decides. It computes g(w₀ + w₁ x₁ + w₂ x₂) with a step or a sign for g, and learns
/// from its mistakes alone. One neuron draws one line, so AND can be learned and XOR cannot.
public final class Perceptron {
    private static final Tensor POINTS = Tensor.of(Shape.of(4, 2), 0, 0,  0, 1,  1, 0,  1, 1);
    private static final int EPOCHS = 20;

    /// Runs the example.
    public static void main(String[] args) {
        forwardStep();
        learn("AND", Tensor.of(Shape.of(4, 1), 0, 0, 0, 1));
        int best = learn("XOR", Tensor.of(Shape.of(4, 1), 0, 1, 1, 0));
        System.out.printf("%nNo single line separates the points of XOR: %d of 4 is the best this neuron came to.%n", best);
    }

    /// The lecture's forward step: bias 1, weights 3 and −2, input (−1, 2).
    private static void forwardStep() {
        try (Network neuron = Network.input(2).layers("dense(1)").loss("perceptron(sign)").build(1)) {
            neuron.parameters().value("0.bias").set(Tensor.of(Shape.of(1), 1));
            neuron.parameters().value("0.weight").set(Tensor.of(Shape.of(2, 1), 3, -2));
            System.out.printf("Forward step: g(1 + 3·(−1) − 2·2) = g(%s) = %s with g = sign%n",
                    number(neuron.logits(Tensor.of(Shape.of(1, 2), -1, 2)).data()[0]), number(neuron.predict(-1, 2)[0]));
        }
    }

    /// Trains one neuron sample by sample and returns how many of the four points it had right at its best.
    private static int learn(String name, Tensor targets) {
        System.out.printf("%n%s%n epoch      w0      w1      w2   right%n", name);
        int best = 0;
        try (Network neuron = Network.input(2).layers("dense(1)").loss("perceptron").optimizer("sgd(0.5)").build(3);
                TrainingRun run = Training.of(neuron).data(TensorDataset.of(POINTS, targets))
                        .batchSize(1).epochs(EPOCHS).seed(1).start()) {
            for (int epoch = 1; epoch <= EPOCHS && best < 4; epoch++) {
                for (int sample = 0; sample < POINTS.rows(); sample++) {
                    run.step();
                }
                int right = Accuracy.correct(neuron.predict(POINTS), targets);
                best = Math.max(best, right);
                print(epoch, neuron.parameters(), right);
            }
        }
        return best;
    }

    private static void print(int epoch, Parameters weights, int right) {
        float[] w = weights.value("0.weight").data();
        System.out.printf(Locale.ROOT, "%6d %7.2f %7.2f %7.2f %3d of 4%n", epoch, weights.value("0.bias").data()[0], w[0], w[1], right);
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.0f", value).replace('-', '−');
    }
}
