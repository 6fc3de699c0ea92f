package dev.cortado.testkit;

import dev.cortado.activation.Activation;
import dev.cortado.activation.RowActivation;
import dev.cortado.engine.Ops;
import dev.cortado.engine.Plain;
import dev.cortado.layer.Dense;
import dev.cortado.loss.Loss;
import dev.cortado.optimizer.Optimizer;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a network asks of an engine: the plug-ins on the class path that `plain` can run, with the results that it has.
interface AgreementContract extends EngineSubject {
    @Test
    default void activationsAreWhatTheirFormulasSay() {
        try (Ops ops = Ops.open(engine())) {
            for (Activation activation : Sound.activations()) {
                if (!(activation instanceof RowActivation)) {
                    ElementwiseActivation twin = new ElementwiseActivation(activation);
                    twin.check(ops, ElementwiseActivation.pointsTensor());
                    Awkward.SIZES.forEach(size -> twin.check(ops, Sample.uniform(Shape.of(2, size), size, -6, 6)));
                }
            }
        }
    }

    @Test
    default void lossesAgreeWithPlain() {
        try (Ops ops = Ops.open(engine()); Ops plain = Ops.open(new Plain())) {
            for (Loss loss : Sound.losses()) {
                for (int columns : Awkward.COLUMNS) {
                    checkLoss(loss, ops, plain, Shape.of(5, columns));
                }
            }
        }
    }

    private static void checkLoss(Loss loss, Ops ops, Ops plain, Shape shape) {
        Tensor target = Targets.of(loss, shape, 1);
        Tensor prediction = Sample.uniform(shape, 2, -3, 3);
        Tensor weights = Sample.uniform(Shape.of(shape.rows()), 3, 0.1, 3);
        LossRun run = LossRun.of(loss, ops, prediction, target, weights);
        LossRun expected = LossRun.of(loss, plain, prediction, target, weights);
        LossRun.checkValue(run.value(), expected.value(), loss + " of " + shape);
        Likeness.check(run.gradient(), expected.gradient(), 1e-5, () -> "The gradient of " + loss + " of " + shape);
    }

    @Test
    default void optimizersAgreeWithPlain() {
        try (Ops ops = Ops.open(engine()); Ops plain = Ops.open(new Plain())) {
            for (Optimizer optimizer : Sound.optimizers()) {
                OptimizerRun run = new OptimizerRun(optimizer, ops);
                OptimizerRun expected = new OptimizerRun(optimizer, plain);
                run.steps(1, 20);
                expected.steps(1, 20);
                for (int i = 0; i < run.values().size(); i++) {
                    Likeness.check(run.values().get(i), expected.values().get(i), 1e-5, () -> optimizer + " after 20 steps");
                }
            }
        }
    }

    @Test
    default void denseLayersAgreeWithPlain() {
        try (Ops ops = Ops.openPoisoned(engine()); Ops plain = Ops.open(new Plain())) {
            for (Activation activation : Sound.activations()) {
                for (int[] size : new int[][] {{1, 1, 1}, {3, 7, 9}, {17, 8, 16}, {5, 33, 10}, {50, 31, 127}}) {
                    checkDense(new Dense(size[2], activation), ops, plain, size[0], size[1]);
                }
            }
        }
    }

    @Test
    default void layersOfImagesAgreeWithPlain() {
        try (Ops ops = Ops.openPoisoned(engine()); Ops plain = Ops.open(new Plain())) {
            for (ImageCase each : ImageCase.all()) {
                checkLayer(each, ops, plain);
            }
        }
    }

    private static void checkLayer(ImageCase each, Ops ops, Ops plain) {
        Tensor batch = Sample.uniform(each.sample().batch(each.rows()), 1, -2, 2);
        Parameters parameters = LayerRun.parameters(each.layer(), each.sample());
        List<Tensor> results = LayerRun.training(each.layer(), batch, parameters, ops, 1, true).all();
        List<Tensor> expected = LayerRun.training(each.layer(), batch, parameters, plain, 1, true).all();
        for (int i = 0; i < results.size(); i++) {
            Likeness.check(results.get(i), expected.get(i), 2e-5, () -> "%s on a batch of %s".formatted(each.layer(), batch.shape()));
        }
    }

    private static void checkDense(Dense layer, Ops ops, Ops plain, int rows, int inputs) {
        Tensor batch = Sample.uniform(Shape.of(rows, inputs), 1, -2, 2);
        Parameters parameters = LayerRun.parameters(layer, Shape.of(inputs));
        List<Tensor> results = LayerRun.training(layer, batch, parameters, ops, 1, true).all();
        List<Tensor> expected = LayerRun.training(layer, batch, parameters, plain, 1, true).all();
        for (int i = 0; i < results.size(); i++) {
            Likeness.check(results.get(i), expected.get(i), 2e-5, () -> "%s on a batch of %s".formatted(layer, batch.shape()));
        }
    }
}
