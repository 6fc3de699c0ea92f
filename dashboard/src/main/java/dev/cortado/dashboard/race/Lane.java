package dev.cortado.dashboard.race;

import dev.cortado.engine.Engine;
import dev.cortado.evaluation.Score;
import dev.cortado.network.Network;
import dev.cortado.tensor.Parameters;
import dev.cortado.training.Training;
import dev.cortado.training.TrainingEvent;
import dev.cortado.training.TrainingListener;
import dev.cortado.training.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One engine's part in a race: a copy of the network, its training, and a clock that runs only while a step is computed.
/// Only the race's thread touches it.
final class Lane implements AutoCloseable {
    private static final int MEANS = 240;

    private final Engine engine;
    private final Network network;
    private final TrainingRun run;
    private final Relay relay;
    private final Judge judge;
    private final boolean judgedAtEpochs;
    private final int epochs;
    private final int epochSamples;
    private final Tally sinceNews = new Tally();
    private final Tally sinceMean = new Tally();
    private final List<EpochRow> rows = new ArrayList<>();
    private Curve training = Curve.EMPTY;
    private Curve validation = Curve.EMPTY;
    private long nanos;
    private long nanosAtEpoch;

    Lane(RacePlan plan, Engine engine, TrainingListener observer, Lights lights) {
        this.engine = engine;
        this.network = plan.start().copy();
        this.epochs = plan.settings().epochs();
        this.epochSamples = plan.training().size();
        this.relay = new Relay(observer);
        this.run = Training.of(network).data(plan.training()).batchSize(plan.settings().batchSize()).epochs(epochs)
                .seed(plan.settings().seed()).engine(engine).listener(this::hear).listener(relay).start();
        run.learningRate(plan.settings().learningRate());
        this.judge = new Judge(network, plan.test(), engine, lights);
        this.judgedAtEpochs = plan.test().size() > 1000;
    }

    private void hear(TrainingEvent event) {
        if (event instanceof TrainingEvent.StepDone step) {
            sinceNews.add(step);
            sinceMean.add(step);
        }
    }

    String engine() {
        return engine.name();
    }

    boolean finished() {
        return run.finished();
    }

    long steps() {
        return run.steps();
    }

    long nanos() {
        return nanos;
    }

    long stepsLeft() {
        return allSteps() - run.steps();
    }

    private long allSteps() {
        return (long) epochs * run.stepsPerEpoch();
    }

    /// How long its own steps will still take if they take as long as those before; NaN before the first.
    double secondsToCompute() {
        return run.steps() == 0 ? Double.NaN : stepsLeft() * (nanos / 1e9 / run.steps());
    }

    Parameters parameters() {
        return network.parameters();
    }

    /// Learns from one mini-batch, on the clock; judges at the end of an epoch, off the clock.
    void step() {
        Score score = null;
        try {
            if (learn()) {
                endMean();
                score = run.steps() % run.stepsPerEpoch() == 0 ? endEpoch(run.lastEpoch().orElseThrow()) : null;
            }
        } finally {
            relay.passOn(score);
        }
    }

    private boolean learn() {
        long start = System.nanoTime();
        boolean learned = run.step();
        nanos += System.nanoTime() - start;
        return learned;
    }

    /// Points of training are means over as many steps in every lane, wherever the lane is asked for news: so the lanes' curves
    /// can be laid on each other.
    private void endMean() {
        if (run.steps() % Math.max(1, allSteps() / MEANS) == 0 || run.finished()) {
            training = training.plus(Curve.point(epoch(), nanos / 1e9, sinceMean.loss(), sinceMean.accuracy()));
            sinceMean.reset(nanos);
        }
    }

    private @Nullable Score endEpoch(TrainingEvent.EpochDone epoch) {
        boolean row = epoch.epoch() == epochs || epoch.epoch() % EpochRow.every(epochs) == 0;
        if (!row && !judgedAtEpochs) {
            return null;
        }
        Score score = judge.score();
        validation = validation.plus(point(score));
        if (row) {
            double seconds = (nanos - nanosAtEpoch) / 1e9 / EpochRow.every(epochs);
            rows.add(new EpochRow(engine.name(), epoch.epoch(), epoch.training().loss(), score.accuracy(), nanos / 1e9,
                    epochSamples / Math.max(1e-9, seconds)));
            nanosAtEpoch = nanos;
        }
        return score;
    }

    private Curve point(Score score) {
        return Curve.point(epoch(), nanos / 1e9, score.loss(), score.accuracy());
    }

    private double epoch() {
        return (double) run.steps() / run.stepsPerEpoch();
    }

    /// What is shown before the first step.
    LaneView begin() {
        return new LaneView(engine.name(), Garage.title(engine), Garage.detail(engine), false,
                progress(Double.NaN, Double.NaN), null, point(judge.score()), null,
                judge.boundary().orElse(null), judge.points().orElse(null), null);
    }

    /// What is new since it was last asked.
    ///
    /// @param secondsLeft how long until it is finished
    LaneView news(boolean working, double secondsLeft) {
        if (sinceNews.samples() == 0) {
            return new LaneView(engine.name(), Garage.title(engine), Garage.detail(engine), working,
                    null, null, null, null, null, null, null);
        }
        double seconds = nanos / 1e9;
        double speed = sinceNews.samplesPerSecond(nanos);
        LaneView news = new LaneView(engine.name(), Garage.title(engine), Garage.detail(engine), working,
                progress(speed, secondsLeft), training, freshValidation(), Throughput.point(seconds, speed),
                judge.boundary().orElse(null), judge.points().orElse(null), null);
        sinceNews.reset(nanos);
        training = Curve.EMPTY;
        return news;
    }

    private Curve freshValidation() {
        boolean here = !validation.epoch().isEmpty() && validation.epoch().getLast() == epoch();
        Curve fresh = judgedAtEpochs || here ? validation : validation.plus(point(judge.score()));
        validation = Curve.EMPTY;
        return fresh;
    }

    private Progress progress(double speed, double secondsLeft) {
        return new Progress(epoch(), run.steps(), allSteps(), nanos / 1e9, speed, sinceNews.loss(), sinceNews.accuracy(),
                secondsLeft);
    }

    /// The last news: what it has come to.
    LaneView result() {
        return new LaneView(engine.name(), Garage.title(engine), Garage.detail(engine), false,
                null, null, null, null, null, null, judge.result().orElse(null));
    }

    List<EpochRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void close() {
        judge.close();
        run.close();
        network.close();
    }
}
