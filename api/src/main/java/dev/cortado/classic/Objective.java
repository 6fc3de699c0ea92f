package dev.cortado.classic;

import dev.cortado.engine.Ops;
import dev.cortado.layer.Step;
import dev.cortado.loss.Loss;
import dev.cortado.network.ForwardPass;
import dev.cortado.network.Network;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;

/// The loss of a network on all samples, and its gradient, as a function of all its weights in a row. To be closed.
final class Objective implements AutoCloseable {
    private final Network network;
    private final Samples samples;
    private final double alpha;
    private final Ops ops;
    private int evaluations;

    Objective(Mlp<?> mlp, Network network, Samples samples) {
        this.network = network;
        this.samples = samples;
        this.alpha = mlp.alpha;
        this.ops = Ops.open(Fit.engine(mlp, network));
    }

    /// The weights that the network has.
    double[] point() {
        double[] point = new double[(int) network.parameters().elements()];
        int at = 0;
        for (Parameter parameter : network.parameters()) {
            for (float value : parameter.value().data()) {
                point[at] = value;
                at++;
            }
        }
        return point;
    }

    /// Gives the network these weights, rounded to float32; the point is rounded with them.
    void moveTo(double[] point) {
        int at = 0;
        for (Parameter parameter : network.parameters()) {
            float[] data = parameter.value().data();
            for (int i = 0; i < data.length; i++) {
                data[i] = (float) point[at];
                point[at] = data[i];
                at++;
            }
        }
    }

    /// The loss at a point, with the penalty; fills the gradient.
    double evaluate(double[] point, double[] gradient) {
        evaluations++;
        moveTo(point);
        Loss loss = network.architecture().loss();
        network.parameters().forEach(Parameter::clearGradient);
        ForwardPass pass = network.forward(samples.x(), new Step(ops, true, Randomness.seed(0)));
        Tensor outputGradient = ops.tensor(pass.output().shape());
        double value = loss.evaluate(pass.output(), samples.y(), null, ops, outputGradient);
        pass.backward(outputGradient);
        ops.reset();
        return value + read(gradient);
    }

    /// Reads the gradient and lays that of the penalty over it, in double: lbfgs stops where the loss falls by less than what
    /// float32 would round away.
    ///
    /// @return the penalty, α/2 · Σ w² / n over the weights
    private double read(double[] gradient) {
        double squares = 0;
        int at = 0;
        for (Parameter parameter : network.parameters()) {
            double decay = parameter.role() == Parameter.Role.WEIGHT ? alpha / samples.size() : 0;
            for (int i = 0; i < parameter.value().elements(); i++) {
                double weight = parameter.value().data()[i];
                gradient[at] = parameter.gradient().data()[i] + decay * weight;
                squares += decay * weight * weight;
                at++;
            }
        }
        return squares / 2;
    }

    int evaluations() {
        return evaluations;
    }

    @Override
    public void close() {
        ops.close();
    }
}
