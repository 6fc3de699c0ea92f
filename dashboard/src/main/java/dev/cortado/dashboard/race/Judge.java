package dev.cortado.dashboard.race;

import dev.cortado.activation.Activation;
import dev.cortado.data.Dataset;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.evaluation.Evaluation;
import dev.cortado.evaluation.Score;
import dev.cortado.network.Network;
import dev.cortado.network.Predictor;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Says how good a lane's network is, with the lane's own engine. Its time counts for nobody.
final class Judge implements AutoCloseable {
    private final Network network;
    private final Dataset test;
    private final Lights lights;
    private final Ops ops;
    private final Predictor predictor;
    private final boolean plane;

    /// @param lights that end its work, with a [java.util.concurrent.CancellationException], when nobody waits for it any more
    Judge(Network network, Dataset test, Engine engine, Lights lights) {
        this.network = network;
        this.test = new TestSet(test, lights);
        this.lights = lights;
        this.ops = Ops.open(engine);
        this.predictor = network.predictor(engine);
        this.plane = test.inputShape().equals(Shape.of(2)) && test.targetShape().equals(Shape.of(1));
    }

    Score score() {
        return Evaluation.of(network, test, ops);
    }

    /// For networks from the plane to a number.
    Optional<Boundary> boundary() {
        return plane ? Optional.of(drawBoundary()) : Optional.empty();
    }

    private Boundary drawBoundary() {
        Activation link = network.architecture().loss().link();
        DecisionMap map = new DecisionMap(link);
        for (int row = 0; row < DecisionMap.SIZE; row++) {
            lights.requirePatience();
            Tensor logits = predictor.logits(DecisionMap.places(row));
            map.fill(row, logits, ops.activate(link, logits));
            ops.reset();
        }
        return map.boundary();
    }

    /// For networks from the plane to a number.
    Optional<List<Point>> points() {
        return plane ? Optional.of(readPoints()) : Optional.empty();
    }

    private List<Point> readPoints() {
        int shown = Math.min(test.size(), 500);
        Tensor inputs = Tensor.zeros(test.inputShape().batch(shown));
        Tensor targets = Tensor.zeros(test.targetShape().batch(shown));
        test.draw(range(0, shown), 0, shown, inputs, targets);
        Tensor outputs = predictor.predict(inputs);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            points.add(new Point(inputs.get(i, 0), inputs.get(i, 1), targets.get(i, 0), outputs.get(i, 0)));
        }
        return List.copyOf(points);
    }

    /// For networks that tell classes apart.
    Optional<Result> result() {
        return test.classes().isEmpty() ? Optional.empty() : Optional.of(Verdict.of(network.architecture(), predictor, test));
    }

    static int[] range(int from, int to) {
        int[] range = new int[to - from];
        Arrays.setAll(range, i -> from + i);
        return range;
    }

    @Override
    public void close() {
        predictor.close();
        ops.close();
    }
}
