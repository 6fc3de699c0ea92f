package dev.cortado.examples;

import dev.cortado.datasets.Mnist;
import dev.cortado.network.Network;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingEvent;
import java.util.Locale;

/// Handwritten digits read by a convolutional network with batch normalisation and dropout, which sees each digit a little
/// to the side in every epoch and whose learning rate rises and falls once.
///
/// Arguments: the number of epochs (15), the seed (1), and `tune` to hold back a sixth of the training set and judge by that
/// instead of the test set, as is right while settings are being chosen. The engine is that of the class path or
/// `-Dcortado.engine`.
///
/// Measured with engine-vector on one core of an AMD EPYC (Zen 4, AVX-512): after 15 epochs seeds 1, 2 and 3 read 99.52, 99.66
/// and 99.57 % of the test set, in 27 s an epoch. With these settings it had read 99.52 % of the part held back by `tune`.
public final class MnistConvolution {
    /// Runs the example.
    public static void main(String[] args) {
        int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        boolean tune = args.length > 2 && args[2].equals("tune");
        Mnist mnist = new Mnist();
        try (Network network = network(seed)) {
            System.out.println(network.summary());
            System.out.printf("%n epoch      loss  %s accuracy  seconds%n", tune ? "held-back" : "     test");
            Training training = Training.of(network, mnist.training()).batchSize(100).epochs(epochs).seed(seed)
                    .augmentation("random_shift(2)").schedule("one_cycle").listener(MnistConvolution::print);
            (tune ? training.validation(1.0 / 6) : training.validation(mnist.test())).run();
        }
    }

    private static Network network(long seed) {
        return Network.input(1, 28, 28)
                .layers("conv2d(16, 5, padding=same, bias=false)", "batch_norm", "activation(relu)", "max_pool2d(2)",
                        "conv2d(32, 3, padding=same, bias=false)", "batch_norm", "activation(relu)",
                        "conv2d(32, 3, padding=same, bias=false)", "batch_norm", "activation(relu)", "max_pool2d(2)",
                        "conv2d(64, 3, padding=same, bias=false)", "batch_norm", "activation(relu)",
                        "flatten", "dropout(0.4)", "dense(128, relu)", "dropout(0.4)", "dense(10)")
                .loss("cross_entropy").optimizer("adam(0.004)").build(seed);
    }

    private static void print(TrainingEvent event) {
        if (event instanceof TrainingEvent.EpochDone(var epoch, var training, var validation, var time) && validation != null) {
            System.out.printf(Locale.ROOT, "%6d %9.4f %16.2f %% %8.1f%n",
                    epoch, training.loss(), 100 * validation.accuracy(), time.toNanos() / 1e9);
        }
    }
}
