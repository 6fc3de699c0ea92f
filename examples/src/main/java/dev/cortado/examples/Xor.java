package dev.cortado.examples;

import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Accuracy;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Step;
import dev.cortado.network.Network;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.util.Locale;

/// XOR, which one line cannot separate, learned with a hidden layer: it moves the points into a z-space in which one line can.
public final class Xor {
    private static final Tensor POINTS = Tensor.of(Shape.of(4, 2), 0, 0,  0, 1,  1, 0,  1, 1);
    private static final Tensor XOR = Tensor.of(Shape.of(4, 1), 0, 1, 1, 0);
    private static final Tensor ONE_HOT = Tensor.of(Shape.of(4, 2), 1, 0,  0, 1,  0, 1,  1, 0);

    /// Runs the example.
    public static void main(String[] args) {
        Network one = Network.input(2).layers("dense(2, tanh)", "dense(1)")
                .loss("binary_cross_entropy").optimizer("adam(0.05)").build(7);
        train("2-2-1: two hidden units, one output (the probability of 1)", one, XOR);
        hiddenSpace(one);
        one.close();

        Network two = Network.input(2).layers("dense(4, tanh)", "dense(2)")
                .loss("cross_entropy").optimizer("adam(0.05)").build(1);
        train("2-4-2: four hidden units, two outputs (softmax: the probabilities of 0 and 1)", two, ONE_HOT);
        two.close();
    }

    private static void train(String title, Network network, Tensor targets) {
        System.out.printf("%n%s%n%n epoch      loss  accuracy%n", title);
        Training.of(network).data(TensorDataset.of(POINTS, targets)).batchSize(4).epochs(500).seed(1).run().stream()
                .filter(epoch -> epoch.epoch() == 1 || epoch.epoch() % 100 == 0)
                .forEach(epoch -> System.out.printf(Locale.ROOT, "%6d %9.4f %7.0f %%%n",
                        epoch.epoch(), epoch.training().loss(), 100 * epoch.training().accuracy()));
        System.out.printf("%n  x1  x2   predicted%n");
        Tensor predicted = network.predict(POINTS);
        for (int row = 0; row < 4; row++) {
            System.out.printf(Locale.ROOT, "%4.0f%4.0f   %s%n", POINTS.get(row, 0), POINTS.get(row, 1), numbers(predicted, row));
        }
    }

    /// Where the hidden layer puts the four points, and the output neuron's line there.
    private static void hiddenSpace(Network network) {
        Layer hidden = network.architecture().layers().getFirst();
        try (Ops ops = Ops.open(network.engine())) {
            Tensor z = hidden.forward(POINTS, network.parameters().scope("0"), new Step(ops, false, Randomness.seed(0))).output();
            System.out.printf("%nThe hidden layer moves the points to (h1, h2):%n%n  x1  x2        h1       h2%n");
            for (int row = 0; row < 4; row++) {
                System.out.printf(Locale.ROOT, "%4.0f%4.0f   %s%n", POINTS.get(row, 0), POINTS.get(row, 1), numbers(z, row));
            }
        }
        float[] w = network.parameters().value("1.weight").data();
        boolean separated = Accuracy.correct(network.predict(POINTS), XOR) == 4;
        System.out.printf(Locale.ROOT, "%nThere the line %.2f h1 %+.2f h2 %+.2f = 0 %s.%n", w[0], w[1],
                network.parameters().value("1.bias").data()[0], separated ? "separates them" : "does not separate them yet");
    }

    private static String numbers(Tensor matrix, int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < matrix.columns(); column++) {
            line.append(String.format(Locale.ROOT, "%9.4f", matrix.get(row, column)));
        }
        return line.toString();
    }
}
