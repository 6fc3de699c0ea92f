package dev.cortado.classic;

import dev.cortado.data.Dataset;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Evaluation;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Adam;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.optimizer.Sgd;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingEvent;
import dev.cortado.training.TrainingRun;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/// Fits by sgd or adam: iterations of a [Training], with scikit-learn's learning rates and its reasons to stop.
final class Stochastic {
    private static final double SMALLEST_RATE = 1e-6;

    private final Mlp<?> mlp;
    private final Network network;
    private final Penalised optimizer;
    private final Progress progress;
    private Optimizer nearest;
    private boolean begun;
    private double rate;
    private int batch;
    private double batchLoss;
    private final List<Tensor> best = new ArrayList<>();

    Stochastic(Mlp<?> mlp, Network network, Penalised optimizer, Progress progress) {
        this.mlp = mlp;
        this.network = network;
        this.optimizer = optimizer;
        this.progress = progress;
        this.nearest = standard(mlp);
    }

    /// Scikit-learn's own form.
    static Optimizer solver(Mlp<?> mlp) {
        return mlp.solver == Solver.SGD
                ? new ClassicSgd(mlp.learningRateInit, mlp.momentum, mlp.nesterovsMomentum)
                : new ClassicAdam(mlp.learningRateInit, mlp.beta1, mlp.beta2, mlp.epsilon);
    }

    /// The standard optimizer that is nearest to the solver it began with.
    Optimizer nearest() {
        return nearest;
    }

    private static Optimizer standard(Mlp<?> mlp) {
        return mlp.solver == Solver.SGD
                ? new Sgd(mlp.learningRateInit, Math.min(mlp.momentum, 0.999), mlp.nesterovsMomentum, 0)
                : new Adam(mlp.learningRateInit, mlp.beta1, mlp.beta2, mlp.epsilon, false, 0);
    }

    private void begin() {
        optimizer.begin(solver(mlp), mlp.alpha);
        nearest = standard(mlp);
        rate = mlp.learningRateInit;
        begun = true;
    }

    /// Goes through all samples until the loss becomes no better.
    void all(Dataset data) {
        begin();
        try (TrainingRun run = run(data, mlp.maxIter)) {
            for (int i = 0; i < mlp.maxIter; i++) {
                iterate(run, data);
                progress.judgeByLoss(mlp.tol);
                if (isOver("Training loss")) {
                    return;
                }
                warnAtTheLast();
            }
        }
    }

    /// Goes through all samples until the score on others becomes no better, and takes the best weights.
    void all(Dataset data, Judge judge) {
        begin();
        try (TrainingRun run = run(data, mlp.maxIter); Ops ops = Ops.open(Fit.engine(mlp, network))) {
            boolean over = false;
            for (int i = 0; i < mlp.maxIter && !over; i++) {
                iterate(run, data);
                double score = Evaluation.of(network, judge.samples(), judge.score(), ops);
                tell(String.format(Locale.ROOT, "Validation score: %f", score));
                if (progress.judgeByScore(score, mlp.tol)) {
                    best.clear();
                    network.parameters().forEach(parameter -> best.add(parameter.value().copy()));
                }
                over = isOver("Validation score");
                if (!over) {
                    warnAtTheLast();
                }
            }
        }
        restoreBest();
    }

    private void restoreBest() {
        List<Parameter> parameters = network.parameters().list();
        for (int i = 0; i < best.size(); i++) {
            parameters.get(i).set(best.get(i));
        }
    }

    /// Goes through all samples once, with the memory of the last time.
    void once(Dataset data) {
        if (!begun) {
            begin();
        }
        try (TrainingRun run = run(data, 1)) {
            iterate(run, data);
            progress.judgeByLoss(mlp.tol);
            isOver("Training loss");
        }
    }

    private TrainingRun run(Dataset data, int iterations) {
        batch = batchSize(data.size());
        Training training = Training.of(network).data(data).batchSize(batch).epochs(iterations)
                .seed(Randomness.seed(mlp.randomState).at("order").at(progress.iterations()).key())
                .engine(Fit.engine(mlp, network)).listener(this::hear);
        return (mlp.shuffle ? training : training.unshuffled()).start();
    }

    private int batchSize(int samples) {
        if (mlp.batchSize > samples) {
            Mlp.logger().log(Level.WARNING,
                    "The batchSize {0} is larger than the number of samples {1}: it is clipped", mlp.batchSize, samples);
        }
        return Math.min(samples, mlp.batchSize == 0 ? 200 : mlp.batchSize);
    }

    private void hear(TrainingEvent event) {
        if (event instanceof TrainingEvent.StepDone step) {
            batchLoss = step.loss();
        }
    }

    private void iterate(TrainingRun run, Dataset data) {
        run.learningRate(rate);
        double sum = 0;
        for (int from = 0; from < data.size(); from += batch) {
            int rows = Math.min(batch, data.size() - from);
            optimizer.nextBatch(rows);
            if (!run.step()) {
                throw new CancellationException("The thread was interrupted in iteration %d".formatted(progress.iterations() + 1));
            }
            sum += (batchLoss + optimizer.penalty()) * rows;
        }
        progress.iteration(sum / data.size(), data.size());
        tell(String.format(Locale.ROOT, "Iteration %d, loss = %.8f", progress.iterations(), progress.loss()));
    }

    /// Whether it is time to stop; if not yet, and the learning rate is to fall, it does.
    private boolean isOver(String what) {
        if (mlp.solver == Solver.SGD && mlp.learningRate == LearningRate.INVSCALING) {
            rate = mlp.learningRateInit / Math.pow(progress.samples() + 1.0, mlp.powerT);
        }
        if (!progress.isStuck(mlp.nIterNoChange)) {
            return false;
        }
        String reason = String.format(Locale.ROOT, "%s did not improve more than tol=%f for %d consecutive epochs.",
                what, mlp.tol, mlp.nIterNoChange);
        if (mlp.solver != Solver.SGD || mlp.learningRate != LearningRate.ADAPTIVE) {
            tell(reason + " Stopping.");
            return true;
        }
        if (rate <= SMALLEST_RATE) {
            tell(reason + " Learning rate too small. Stopping.");
            return true;
        }
        rate /= 5;
        tell(String.format(Locale.ROOT, "%s Setting learning rate to %f", reason, rate));
        progress.forgive();
        return false;
    }

    private void warnAtTheLast() {
        if (progress.iterations() == mlp.maxIter) {
            Mlp.logger().log(Level.WARNING,
                    "Maximum iterations ({0}) reached and the optimization has not converged yet", mlp.maxIter);
        }
    }

    private void tell(String line) {
        mlp.progress.accept(line);
    }
}
