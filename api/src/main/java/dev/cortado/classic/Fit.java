package dev.cortado.classic;

import dev.cortado.data.Dataset;
import dev.cortado.data.Split;
import dev.cortado.engine.Engine;
import dev.cortado.layer.Dense;
import dev.cortado.layer.Layer;
import dev.cortado.loss.Loss;
import dev.cortado.network.Architecture;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/// A network that is being fitted, or was, and all that goes on from one fit to the next.
final class Fit {
    private final Mlp<?> mlp;
    final Task task;
    final Network network;
    private final Progress progress = new Progress();
    private final Stochastic stochastic;

    Fit(Mlp<?> mlp, Samples samples, Task task) {
        int outputs = samples.y().columns();
        Penalised optimizer = new Penalised(Stochastic.solver(mlp), mlp.alpha);
        this.mlp = mlp;
        this.task = task;
        this.network = Network.of(architecture(samples.x().columns(), outputs, task.lossOf(outputs), optimizer), 0);
        this.stochastic = new Stochastic(mlp, network, optimizer, progress);
        Start given = mlp.start;
        if (given == null) {
            Start.random(mlp, network);
        } else {
            given.into(network);
        }
    }

    private Architecture architecture(int inputs, int outputs, Loss loss, Optimizer optimizer) {
        if (inputs == 0) {
            throw new IllegalArgumentException("There is nothing to learn from: the samples have 0 features");
        }
        List<Layer> layers = new ArrayList<>();
        for (int size : mlp.hiddenLayerSizes) {
            layers.add(new Dense(size, mlp.activation));
        }
        layers.add(new Dense(outputs));
        return new Architecture(Shape.of(inputs), layers, loss, optimizer);
    }

    /// This fit, if these samples are like those before.
    Fit requireLike(Samples samples, Task other) {
        Samples.requireFeatures(samples.x(), network.architecture().input().elements());
        int outputs = network.architecture().output().elements();
        if (other != task || samples.y().columns() != outputs) {
            throw new IllegalArgumentException("It was fitted to %d columns of targets (%s), these have %d (%s)".formatted(
                    outputs, task, samples.y().columns(), other));
        }
        return this;
    }

    /// Fits until nothing becomes better, or there were enough iterations.
    void all(Samples samples) {
        Dataset data = Mlp.dataset(samples);
        if (mlp.solver == Solver.LBFGS) {
            Minimum minimum = Lbfgs.minimise(mlp, network, samples);
            progress.end(minimum.loss(), minimum.iterations());
        } else if (mlp.earlyStopping) {
            Split parts = split(data);
            stochastic.all(parts.training(), new Judge(task.score(), parts.validation()));
        } else {
            stochastic.all(data);
        }
        requireFinite();
    }

    /// Sets ⌈fraction · n⌉ samples aside; where each sample has one class, each class's share.
    private Split split(Dataset data) {
        double aside = Math.ceil(mlp.validationFraction * data.size());
        long seed = Randomness.seed(mlp.randomState).at("validation").at(progress.iterations()).key();
        return task == Task.BINARY || task == Task.MULTICLASS ? Split.stratified(data, aside / data.size(), seed)
                : Split.random(data, aside / data.size(), seed);
    }

    /// Goes through all samples once, from where the solver was.
    void once(Samples samples) {
        stochastic.once(Mlp.dataset(samples));
        requireFinite();
    }

    private void requireFinite() {
        for (Parameter parameter : network.parameters()) {
            for (float value : parameter.value().data()) {
                if (!Float.isFinite(value)) {
                    throw new ArithmeticException("The fit ended in weights that are not finite ('%s' has %s): the inputs may be large and need scaling"
                            .formatted(parameter.name(), value));
                }
            }
        }
    }

    Progress progress() {
        return progress;
    }

    /// A network of its own with the same weights, and standard plug-ins, as this fit was: settings may have changed since.
    Network export() {
        Architecture fitted = network.architecture();
        Network copy = Network.of(new Architecture(fitted.input(), fitted.layers(), task.loss(), stochastic.nearest()), 0);
        for (Parameter parameter : copy.parameters()) {
            parameter.set(network.parameters().value(parameter.name()));
        }
        return copy;
    }

    static Engine engine(Mlp<?> mlp, Network network) {
        Engine chosen = mlp.engine;
        return chosen == null ? network.engine() : chosen;
    }
}
