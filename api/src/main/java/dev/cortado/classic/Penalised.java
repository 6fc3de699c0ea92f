package dev.cortado.classic;

import dev.cortado.engine.Ops;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.optimizer.Penalty;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import org.jspecify.annotations.Nullable;

/// A solver that minimises the loss plus α/2 · Σ w² / n, n being the samples of the batch, and that goes on where it stopped
/// when it is started again.
final class Penalised implements Optimizer {
    private Optimizer solver;
    private double alpha;
    private @Nullable Parameters memory;
    private long steps;
    private int rows = 1;
    private double penalty;

    Penalised(Optimizer solver, double alpha) {
        this.solver = solver;
        this.alpha = alpha;
    }

    /// Forgets everything and goes on with another solver.
    void begin(Optimizer with, double strength) {
        this.solver = with;
        this.alpha = strength;
        this.memory = null;
        this.steps = 0;
    }

    /// Says how many samples the next batch has.
    void nextBatch(int samples) {
        this.rows = samples;
    }

    /// What was added to the last batch's loss, by the weights before its step.
    double penalty() {
        return penalty;
    }

    @Override
    public double learningRate() {
        return solver.learningRate();
    }

    @Override
    public Stepper start(Parameters parameters, Ops ops) {
        Stepper stepper = solver.start(parameters, ops);
        Parameters before = memory;
        if (before != null) {
            for (Parameter state : stepper.state()) {
                state.value().set(before.value(state.name()));
            }
        }
        memory = stepper.state();
        return new Penalising(parameters, stepper);
    }

    /// Adds the penalty's gradient α w / n to those of the weights, and lets the solver take its step.
    private final class Penalising implements Stepper {
        private final Penalty.Charge charge;
        private final Stepper stepper;

        Penalising(Parameters parameters, Stepper stepper) {
            this.charge = Penalty.l2(alpha).start(parameters);
            this.stepper = stepper;
        }

        @Override
        public void step(long step, double rate) {
            penalty = alpha == 0 ? 0 : charge.add(1.0 / rows);
            steps++;
            stepper.step(steps, rate);
        }

        @Override
        public Parameters state() {
            return stepper.state();
        }
    }
}
