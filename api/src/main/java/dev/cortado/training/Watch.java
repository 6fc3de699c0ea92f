package dev.cortado.training;

import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Early stopping at work: the best value, the epochs since, and the parameters of then.
final class Watch {
    final EarlyStopping stopping;
    final List<Parameter> best = new ArrayList<>();
    private final Parameters parameters;
    double bestValue = Double.NaN;
    int bestEpoch;
    int waited;

    Watch(EarlyStopping stopping, Parameters parameters) {
        this.stopping = stopping;
        this.parameters = parameters;
        for (Parameter parameter : parameters) {
            Tensor copy = parameter.value().copy();
            best.add(new Parameter(parameter.name(), Parameter.Role.BUFFER, copy));
        }
    }

    /// Takes an epoch's value and says whether it is the best so far.
    boolean improves(int epoch, double value) {
        if (!stopping.isBetter(value, bestValue)) {
            waited++;
            return false;
        }
        bestValue = value;
        bestEpoch = epoch;
        waited = 0;
        best.forEach(copy -> copy.value().set(parameters.value(copy.name())));
        return true;
    }

    boolean isOver() {
        return waited >= stopping.patience();
    }

    /// Gives the network the best parameters, if there was an epoch at all and this is wanted.
    void restore() {
        if (stopping.restoresBest() && bestEpoch > 0) {
            best.forEach(copy -> parameters.value(copy.name()).set(copy.value()));
        }
    }
}
