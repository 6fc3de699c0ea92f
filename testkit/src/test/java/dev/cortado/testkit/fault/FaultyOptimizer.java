package dev.cortado.testkit.fault;

import dev.cortado.engine.Ops;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Descent with momentum, with a fault.
record FaultyOptimizer(Fault fault, double learningRate) implements Optimizer {
    enum Fault {
        NONE, GOES_UPHILL, IGNORES_ITS_STATE, HIDES_ITS_STATE, KEEPS_ITS_STATE_IN_THE_ARENA, TRAINS_WHAT_IS_FROZEN, DECAYS_BIASES,
        IGNORES_THE_LEARNING_RATE, COUNTS_STEPS, DIVIDES_BY_THE_GRADIENT
    }

    FaultyOptimizer() {
        this(Fault.NONE, 0.05);
    }

    @Override
    public Stepper start(Parameters parameters, Ops ops) {
        List<Parameter> state = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Tensor value = fault == Fault.KEEPS_ITS_STATE_IN_THE_ARENA
                    ? ops.zeros(parameter.value().shape()) : Tensor.zeros(parameter.value().shape());
            state.add(new Parameter("v/" + parameter.name(), Parameter.Role.BUFFER, value));
        }
        return new Steps(parameters, Parameters.of(state));
    }

    private final class Steps implements Stepper {
        private final Parameters parameters;
        private final Parameters velocities;

        Steps(Parameters parameters, Parameters velocities) {
            this.parameters = parameters;
            this.velocities = velocities;
        }

        @Override
        public void step(long step, double rate) {
            for (Parameter parameter : parameters) {
                boolean trained = fault == Fault.TRAINS_WHAT_IS_FROZEN
                        ? parameter.role() != Parameter.Role.BUFFER : parameter.trainable();
                if (trained) {
                    move(parameter, velocities.value("v/" + parameter.name()).data(), step, rate);
                }
            }
        }

        private void move(Parameter parameter, float[] velocity, long step, double rate) {
            float[] value = parameter.value().data();
            for (int i = 0; i < value.length; i++) {
                double gradient = parameter.gradient().data()[i] + (fault == Fault.DECAYS_BIASES ? 0.1 * value[i] : 0);
                velocity[i] = (float) (0.5 * (fault == Fault.IGNORES_ITS_STATE ? 0 : velocity[i]) + gradient);
                value[i] -= (float) (factor(step, rate, velocity[i]) * velocity[i]);
            }
        }

        private double factor(long step, double rate, double velocity) {
            return switch (fault) {
                case GOES_UPHILL -> -rate;
                case IGNORES_THE_LEARNING_RATE -> learningRate;
                case COUNTS_STEPS -> rate / step;
                case DIVIDES_BY_THE_GRADIENT -> rate / Math.abs(velocity);
                default -> rate;
            };
        }

        @Override
        public Parameters state() {
            return fault == Fault.HIDES_ITS_STATE ? Parameters.of(List.of()) : velocities;
        }
    }
}
