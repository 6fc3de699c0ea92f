package dev.cortado.examples;

import dev.cortado.data.Dataset;
import dev.cortado.datasets.Mnist;
import dev.cortado.evaluation.Accuracy;
import dev.cortado.network.Network;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingEvent;
import java.time.Duration;
import java.util.Locale;

/// Handwritten digits read by a 784-100-10 network: sigmoid, softmax with cross-entropy, gradient descent on mini-batches
/// of 50. Arguments: the number of epochs (4) and the seed (1); the engine is that of the class path or `-Dcortado.engine`.
public final class MnistMlp {
    /// Runs the example.
    public static void main(String[] args) {
        int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Mnist mnist = new Mnist();
        Dataset test = mnist.test();
        try (Network network = Network.input(1, 28, 28).layers("flatten", "dense(100, sigmoid)", "dense(10)")
                .loss("cross_entropy").optimizer("sgd(0.1)").build(seed)) {
            System.out.printf("784-100-10, %,d parameters%n%n epoch      loss  test loss  test accuracy  seconds%n",
                    network.parameters().elements());
            Training.of(network).data(mnist.training()).validation(test).batchSize(50).epochs(epochs).seed(seed)
                    .listener(MnistMlp::print).run();
            readOneDigit(network, test, 0);
        }
    }

    private static void print(TrainingEvent event) {
        if (event instanceof TrainingEvent.EpochDone(var epoch, var training, var validation, var time) && validation != null) {
            System.out.printf(Locale.ROOT, "%6d %9.4f %10.4f %12.2f %% %8.1f%n",
                    epoch, training.loss(), validation.loss(), 100 * validation.accuracy(), seconds(time));
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /// Draws a digit of the test set as characters, with the ten probabilities beside it.
    private static void readOneDigit(Network network, Dataset test, int sample) {
        Tensor image = Tensor.zeros(test.inputShape().batch(1));
        Tensor target = Tensor.zeros(test.targetShape().batch(1));
        test.draw(new int[] {sample}, 0, 1, image, target);
        Tensor probabilities = network.predict(image);
        System.out.printf("%nTest digit %d is a %d; the network reads a %d:%n%n",
                sample, Accuracy.largest(target, 0), Accuracy.largest(probabilities, 0));
        for (int line = 0; line < 14; line++) {
            System.out.println(pixels(image, line) + (line < 10 ? probability(line, probabilities.data()[line]) : ""));
        }
    }

    /// Two rows of pixels in one line of characters, as the upper and lower halves of each.
    private static String pixels(Tensor image, int line) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < 28; column++) {
            boolean upper = image.get(0, 0, 2 * line, column) > 0.4f;
            boolean lower = image.get(0, 0, 2 * line + 1, column) > 0.4f;
            text.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
        }
        return text.toString();
    }

    private static String probability(int digit, float probability) {
        return String.format(Locale.ROOT, "   %d %6.2f %% %s", digit, 100 * probability, "█".repeat(Math.round(30 * probability)));
    }
}
