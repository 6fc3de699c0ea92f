package dev.cortado.testkit.reference;

import dev.cortado.activation.Activation;
import dev.cortado.activation.Identity;
import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Engine;
import dev.cortado.layer.Dense;
import dev.cortado.loss.Loss;
import dev.cortado.network.Network;
import dev.cortado.network.NetworkBuilder;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingEvent;
import dev.cortado.training.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whole trainings of dense networks from given weights, batch after batch in order.
final class TrainingCases implements Family {
    private final Named named = new Named();

    @Override
    public String file() {
        return "training";
    }

    @Override
    public List<String> missing(ReferenceCase reference) {
        return Stream.of(
                named.missing(Activation.class, reference.text("hidden_activation"), output(reference)),
                named.missing(Loss.class, reference.text("loss")),
                named.missing(Optimizer.class, reference.text("optimizer"))).flatMap(List::stream).toList();
    }

    /// The activation at the end: none for logits, which the loss takes as they are.
    private static String output(ReferenceCase reference) {
        return reference.text("output").equals("logits") ? "identity" : reference.text("output");
    }

    @Override
    public void run(ReferenceCase reference, Engine engine) {
        double[] expected = reference.numbers("losses");
        List<Double> losses = new ArrayList<>();
        try (Network network = network(reference);
                TrainingRun run = training(reference, network, engine, losses, expected.length).start()) {
            for (int step = 0; step < expected.length; step++) {
                run.step();
            }
            checkLosses(reference, expected, losses);
            checkEnd(reference, network);
        }
    }

    private Network network(ReferenceCase reference) {
        double[] sizes = reference.numbers("sizes");
        NetworkBuilder builder = Network.input((int) sizes[0]);
        for (int i = 1; i < sizes.length; i++) {
            String activation = i < sizes.length - 1 ? reference.text("hidden_activation") : output(reference);
            builder.layer(new Dense((int) sizes[i], named.get(Activation.class, activation)));
        }
        Network network = builder.loss(named.get(Loss.class, reference.text("loss")))
                .optimizer(named.get(Optimizer.class, reference.text("optimizer"), reference.options())).build(1);
        List<ReferenceCase> start = reference.parts("start");
        List<Parameter> parameters = network.parameters().list();
        if (start.size() != parameters.size()) {
            throw reference.failure("'start' has %d tensors, the network has %s".formatted(start.size(), parameters));
        }
        for (int i = 0; i < start.size(); i++) {
            parameters.get(i).value().set(start.get(i).tensor().tensor());
        }
        return network;
    }

    private static Training training(
            ReferenceCase reference, Network network, Engine engine, List<Double> losses, int steps) {
        return Training.of(network)
                .data(TensorDataset.of(reference.tensor("inputs").tensor(), reference.tensor("targets").tensor()))
                .batchSize((int) reference.number("batch")).unshuffled().epochs(steps).engine(engine)
                .listener(event -> {
                    if (event instanceof TrainingEvent.StepDone done) {
                        losses.add(done.loss());
                    }
                });
    }

    private static void checkLosses(ReferenceCase reference, double[] expected, List<Double> losses) {
        Tensor actual = Tensor.of(Shape.of(losses.size()), losses.stream().mapToDouble(Double::doubleValue).toArray());
        Reference.of(new ReferenceCase(reference.place() + ", losses", reference.json()), new int[] {expected.length}, expected)
                .check(actual, 1e-4);
    }

    private static void checkEnd(ReferenceCase reference, Network network) {
        List<ReferenceCase> end = reference.parts("end");
        List<Parameter> parameters = network.parameters().list();
        for (int i = 0; i < end.size(); i++) {
            end.get(i).tensor().check(parameters.get(i).value(), 1e-4);
        }
    }
}
