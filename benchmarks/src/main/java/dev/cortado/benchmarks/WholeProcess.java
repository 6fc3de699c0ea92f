package dev.cortado.benchmarks;

import dev.cortado.activation.Sigmoid;
import dev.cortado.data.Dataset;
import dev.cortado.datasets.IdxDataset;
import dev.cortado.datasets.Mnist;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.engine.vector.Vector;
import dev.cortado.evaluation.Evaluation;
import dev.cortado.layer.Dense;
import dev.cortado.layer.Flatten;
import dev.cortado.loss.CrossEntropy;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Sgd;
import dev.cortado.training.Training;
import java.io.IOException;
import java.nio.file.Path;

/// A short program as somebody might write it, to be timed from outside: reads MNIST, trains [Work#W1] for one epoch on one thread, prints how well it reads, and ends.
///
/// It is a main of its own because [Benchmarks] has a command line, whose library takes a quarter of a second to find its commands, and reads the clocks of the process;
/// the peers' programs do neither. It names what it uses by class, as they do: looking plug-ins up by name takes a tenth of a second.
public final class WholeProcess {
    private WholeProcess() {
    }

    /// Trains on the files in the folder that is given, as the peers do, or on those in the jar.
    public static void main(String[] args) throws IOException {
        Dataset training = args.length == 0 ? new Mnist().training() : read(Path.of(args[0]), "train");
        Dataset test = args.length == 0 ? new Mnist().test() : read(Path.of(args[0]), "t10k");
        Engine engine = new Vector(1);
        Network network = Network.input(1, 28, 28).layer(new Flatten()).layer(new Dense(100, new Sigmoid())).layer(new Dense(10))
                .loss(new CrossEntropy()).optimizer(new Sgd(0.1)).build(1);
        Training.of(network).data(training).batchSize(Work.W1.batchSize()).epochs(1).seed(1).engine(engine).run();
        try (Ops ops = Ops.open(engine)) {
            System.out.println("work=W1 epochs=1 acc=" + Evaluation.of(network, test, ops).accuracy());
        }
    }

    private static Dataset read(Path folder, String part) throws IOException {
        return IdxDataset.read(folder.resolve(part + "-images-idx3-ubyte"), folder.resolve(part + "-labels-idx1-ubyte"));
    }
}
