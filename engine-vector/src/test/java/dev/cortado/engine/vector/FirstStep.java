package dev.cortado.engine.vector;

import dev.cortado.activation.Sigmoid;
import dev.cortado.data.Dataset;
import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Evaluation;
import dev.cortado.layer.Dense;
import dev.cortado.loss.CrossEntropy;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Sgd;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;

/// A program that makes a network, takes a step and prints how good it is. Its argument says how the network is made: `java`, or `text` for names and settings as text.
final class FirstStep {
    private FirstStep() {}

    public static void main(String[] args) {
        Tensor inputs = Tensor.zeros(Shape.of(50, 784));
        Tensor targets = Tensor.zeros(Shape.of(50, 10));
        for (int i = 0; i < 50; i++) {
            inputs.data()[i * 784 + i] = 1;
            targets.data()[i * 10 + i % 10] = 1;
        }
        Dataset data = TensorDataset.of(inputs, targets);
        Vector engine = new Vector(1);
        Network network = args[0].equals("java")
                ? Network.input(784).layer(new Dense(100, new Sigmoid())).layer(new Dense(10)).loss(new CrossEntropy()).optimizer(new Sgd(0.1)).build(1)
                : Network.input(784).layers("dense(100, sigmoid)", "dense(10)").loss("cross_entropy").optimizer("sgd(0.1)").build(1);
        Training.of(network).data(data).batchSize(50).epochs(1).seed(1).engine(engine).run();
        try (Ops ops = Ops.open(engine)) {
            System.out.println("loss=" + Evaluation.of(network, data, ops).loss());
        }
    }
}
