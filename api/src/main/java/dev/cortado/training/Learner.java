package dev.cortado.training;

import dev.cortado.data.Augmentation;
import dev.cortado.data.Subset;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Accuracy;
import dev.cortado.layer.Step;
import dev.cortado.network.ForwardPass;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Clipping;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.optimizer.Penalty;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the steps: from samples to a loss, from there to gradients, and by those to new parameters.
final class Learner implements AutoCloseable {
    final Ops ops;
    final Optimizer.Stepper stepper;
    final boolean classes;
    private final Network network;
    private final Batches batches;
    private final Prefetch prefetch;
    private final BatchLoss criterion;
    private final Randomness randomness;
    private final Parameter[] parameters;
    private final List<Augmentation> augmentations;
    private final List<Penalty.Charge> charges;
    private final @Nullable Clipping clipping;
    private final List<Constrained> constraints;
    private final LastGood lastGood;
    private final int batchSize;
    /// The present step's loss, and how many of its samples were right.
    double loss;
    int correct;

    Learner(Training training, Batches batches, Ops ops) {
        this.network = training.network;
        this.batches = batches;
        this.prefetch = new Prefetch(batches.data, ops);
        this.criterion = new BatchLoss(network.architecture().loss(), batches.data, batches.order);
        this.augmentations = List.copyOf(training.augmentations);
        this.charges = training.penalties.stream().map(each -> each.start(network.parameters())).toList();
        this.clipping = training.clipping;
        this.constraints = List.copyOf(training.constraints);
        this.batchSize = training.batchSize;
        this.ops = ops;
        this.randomness = Randomness.seed(training.seed).at("layers");
        this.classes = Accuracy.applies(batches.data, network.architecture().loss());
        this.parameters = network.parameters().list().toArray(Parameter[]::new);
        this.stepper = network.architecture().optimizer().start(network.parameters(), ops);
        this.lastGood = new LastGood(parameters);
    }

    /// Takes a step with the samples of these places in the epoch's order, mini-batch after mini-batch.
    ///
    /// @param step the number of the step, from 1
    void learn(long step, int from, int to, double learningRate) {
        lastGood.keep(step - 1);
        clearGradients();
        loss = 0;
        correct = classes ? 0 : -1;
        for (int start = from; start < to; start += batchSize) {
            int end = batches.end(start, batchSize);
            Randomness here = randomness.at(step - 1);
            addGradients(step, start, end, (double) (end - start) / (to - from), start == from ? here : here.at(start - from));
            ops.reset();
        }
        for (Penalty.Charge each : charges) {
            loss += each.add();
        }
        requireFiniteGradients(step);
        if (clipping != null) {
            clipping.clip(network.parameters());
        }
        stepper.step(step, learningRate);
        for (Constrained each : constraints) {
            each.apply(ops);
        }
        ops.reset();
    }

    private void clearGradients() {
        for (Parameter parameter : parameters) {
            if (parameter.trainable()) {
                parameter.clearGradient();
            }
        }
    }

    /// @param share the mini-batch's part of the step's samples
    private void addGradients(long step, int from, int to, double share, Randomness here) {
        Prefetch.MiniBatch batch = prefetch.take(batches.order, from, to);
        if (to < batches.order.length) {
            prefetch.announce(batches.order, to, batches.end(to, batchSize));
        }
        Tensor inputs = batch.inputs;
        Tensor targets = batch.targets;
        augment(inputs, here);
        ForwardPass pass = network.forward(inputs, new Step(ops, true, here));
        Tensor gradient = ops.tensor(pass.output().shape());
        double batchLoss = criterion.evaluate(batches.order, from, to, pass.output(), targets, ops, gradient);
        if (!Double.isFinite(batchLoss)) {
            Subset samples = Subset.of(batches.data, Arrays.copyOfRange(batches.order, from, to));
            throw diverged(step, Diagnosis.ofLoss(network, batchLoss, inputs, targets, samples, ops));
        }
        loss += batchLoss * share;
        if (classes) {
            correct += Accuracy.correct(network.architecture().loss(), pass.output(), targets, ops);
        }
        if (share < 1) {
            scale(gradient, (float) share);
        }
        pass.backward(gradient);
    }

    private void augment(Tensor inputs, Randomness here) {
        for (int i = 0; i < augmentations.size(); i++) {
            augmentations.get(i).apply(inputs, here.at("augmentation").at(i));
        }
    }

    private static void scale(Tensor tensor, float factor) {
        float[] data = tensor.data();
        for (int i = 0; i < data.length; i++) {
            data[i] *= factor;
        }
    }

    private void requireFiniteGradients(long step) {
        for (Parameter parameter : parameters) {
            if (parameter.trainable() && !ops.hasFiniteGradient(parameter)) {
                throw diverged(step, Diagnosis.ofGradient(network, parameter));
            }
        }
    }

    /// After a step: the last one's parameters are looked at by no other.
    void requireFiniteParameters(long step) {
        for (Parameter parameter : parameters) {
            if (!ops.isFinite(parameter.value())) {
                Diagnosis diagnosis = Diagnosis.ofParameter(network, parameter);
                throw new DivergedException(step, diagnosis, lastGood.undo());
            }
        }
    }

    private DivergedException diverged(long step, Diagnosis diagnosis) {
        ops.reset();
        long good = lastGood.restore(step - 1);
        return new DivergedException(step, diagnosis, good);
    }

    @Override
    public void close() {
        prefetch.cancel();
        ops.close();
    }
}
