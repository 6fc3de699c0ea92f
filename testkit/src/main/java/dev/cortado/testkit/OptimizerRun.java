package dev.cortado.testkit;

import dev.cortado.engine.Ops;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// An optimizer at work on half the squared distance from a point: a weight, a bias, and a buffer that is none of its business.
final class OptimizerRun {
    private final Parameters parameters = parameters();
    private final Parameters start = parameters();
    private final Parameters goal = Parameters.of(List.of(
            parameter("weight", Parameter.Role.WEIGHT, Shape.of(5, 7), 11),
            parameter("bias", Parameter.Role.BIAS, Shape.of(17), 12),
            parameter("buffer", Parameter.Role.BUFFER, Shape.of(3), 13)));
    private final Optimizer optimizer;
    private final Ops ops;
    private final Optimizer.Stepper stepper;

    OptimizerRun(Optimizer optimizer, Ops ops) {
        this.optimizer = optimizer;
        this.ops = ops;
        this.stepper = optimizer.start(parameters, ops);
        ops.reset();
    }

    private static Parameters parameters() {
        return Parameters.of(List.of(
                parameter("weight", Parameter.Role.WEIGHT, Shape.of(5, 7), 1),
                parameter("bias", Parameter.Role.BIAS, Shape.of(17), 2),
                parameter("buffer", Parameter.Role.BUFFER, Shape.of(3), 3)));
    }

    private static Parameter parameter(String name, Parameter.Role role, Shape shape, long seed) {
        return new Parameter(name, role, Sample.uniform(shape, seed, 1, 3));
    }

    /// Takes the steps of these numbers, both included.
    void steps(int from, int to) {
        for (int step = from; step <= to; step++) {
            step(step, optimizer.learningRate());
        }
    }

    /// One step, with the gradient at the place where the run is.
    void step(long step, double learningRate) {
        for (Parameter parameter : parameters) {
            for (int i = 0; i < parameter.value().elements(); i++) {
                parameter.gradient().data()[i] = parameter.value().data()[i] + goal.value(parameter.name()).data()[i];
            }
        }
        take(step, learningRate);
    }

    void stepWithoutGradient(long step) {
        stepWithGradient(step, 0);
    }

    /// One step with this gradient for every element.
    void stepWithGradient(long step, float gradient) {
        parameters.forEach(parameter -> parameter.gradient().fill(gradient));
        take(step, optimizer.learningRate());
    }

    private void take(long step, double learningRate) {
        stepper.step(step, learningRate);
        ops.reset();
    }

    Parameter parameter(String name) {
        return parameters.get(name);
    }

    Parameters state() {
        return stepper.state();
    }

    /// Takes over another run's parameters and state.
    void takeUp(OptimizerRun other) {
        copy(other.parameters, parameters);
        copy(other.state(), state());
    }

    private static void copy(Parameters from, Parameters to) {
        if (!from.names().equals(to.names())) {
            throw new AssertionError(
                    "The state of an equal optimizer has other names: %s and %s".formatted(from.names(), to.names()));
        }
        from.forEach(parameter -> to.value(parameter.name()).set(parameter.value()));
    }

    /// Copies of all values.
    List<Tensor> values() {
        return parameters.list().stream().map(parameter -> parameter.value().copy()).toList();
    }

    /// Fails if a parameter is not as it was at the start.
    void checkUntouched(String name) {
        Rounding.checkBits(parameters.value(name), start.value(name), () -> "%s has changed the %s".formatted(optimizer, name));
    }

    /// Half the squared distance of what is trained from the goal, which lies on the other side of 0.
    double distance() {
        return apart(goal, 1);
    }

    /// How far what is trained has gone from the start, squared and halved.
    double moved() {
        return apart(start, -1);
    }

    private double apart(Parameters from, int sign) {
        double sum = 0;
        for (String name : List.of("weight", "bias")) {
            for (int i = 0; i < parameters.value(name).elements(); i++) {
                double difference = parameters.value(name).data()[i] + sign * from.value(name).data()[i];
                sum += difference * difference / 2;
            }
        }
        return sum;
    }
}
