package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Ops;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Pass;
import dev.cortado.layer.Weight;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What a layer does with what it is given: shapes, memory, randomness, batches, engines.
interface LayerConductContract extends LayerSubject {
    @Test
    default void theOutputHasTheShapeThatItSays() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Parameters parameters = LayerRun.parameters(layer(), sample());
                for (int rows : new int[] {2, 3, 17}) {
                    LayerRun run = LayerRun.training(layer(), batch(rows, 1), parameters, ops, 1, hasInputGradient());
                    assertThat(run.output().shape()).as("the output of %s for %d samples of %s", layer(), rows, sample())
                            .isEqualTo(layer().outputShape(sample()).batch(rows));
                    assertThat(run.inputGradient()).allSatisfy(gradient ->
                            assertThat(gradient.shape()).as("the input gradient").isEqualTo(sample().batch(rows)));
                    run.all().forEach(tensor -> Likeness.checkFinite(tensor, () -> "A result of " + layer()));
                }
            }
        }
    }

    @Test
    default void itsParametersHaveNamesOfTheirOwn() {
        List<Weight> weights = layer().weights(sample());
        assertThat(weights).extracting(Weight::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*"));
        assertThat(layer().weights(sample())).as("what it needs is the same every time").isEqualTo(weights);
    }

    @Test
    default void nothingThatItIsGivenChanges() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.open(engine)) {
                for (boolean training : new boolean[] {true, false}) {
                    checkNothingChanges(ops, training);
                }
            }
        }
    }

    private void checkNothingChanges(Ops ops, boolean training) {
        Parameters parameters = LayerRun.parameters(layer(), sample());
        List<Tensor> before = parameters.list().stream().map(parameter -> parameter.value().copy()).toList();
        Tensor input = batch(3, 4);
        Tensor inputBefore = input.copy();
        Pass pass = layer().forward(input, parameters, LayerRun.step(ops, training, 1));
        Rounding.checkBits(input, inputBefore, () -> layer() + " has changed its input on the way forward");
        if (training) {
            checkBackChangesNothing(pass, parameters);
        }
        Rounding.checkBits(input, inputBefore, () -> layer() + " has changed its input on the way back");
        for (int i = 0; i < before.size(); i++) {
            Parameter parameter = parameters.list().get(i);
            if (!training || parameter.role() != Parameter.Role.BUFFER) {
                Rounding.checkBits(parameter.value(), before.get(i), () -> layer() + " has changed " + parameter);
            }
        }
    }

    private void checkBackChangesNothing(Pass pass, Parameters parameters) {
        Tensor output = pass.output().copy();
        Tensor gradient = LayerRun.outputGradient(output.shape());
        if (parameters.trainable()) {
            pass.back().addParameterGradients(gradient);
        }
        if (hasInputGradient()) {
            pass.back().inputGradient(gradient);
        }
        Tensor sent = LayerRun.outputGradient(output.shape());
        Rounding.checkBits(gradient, sent, () -> layer() + " has changed the gradient that came back");
        Rounding.checkBits(pass.output(), output, () -> layer() + " has changed its output on the way back");
    }

    /// The memory of a step is full of NaN afterwards: whoever has kept some of it shows in the next step. That has a batch of
    /// another size, or it would be given the same tensors again.
    @Test
    default void nothingOfAStepIsKept() {
        for (Engine engine : Engines.here()) {
            Parameters parameters = LayerRun.parameters(layer(), sample());
            Parameters fresh = LayerRun.parameters(layer(), sample());
            try (Ops used = Ops.openPoisoned(engine); Ops unused = Ops.open(engine)) {
                LayerRun.training(layer(), batch(3, 5), parameters, used, 1, hasInputGradient());
                for (int i = 0; i < fresh.list().size(); i++) {
                    fresh.list().get(i).value().set(parameters.list().get(i).value());
                }
                LayerRun second = LayerRun.training(layer(), batch(4, 6), parameters, used, 2, hasInputGradient());
                LayerRun alone = LayerRun.training(layer(), batch(4, 6), fresh, unused, 2, hasInputGradient());
                assertThat(second.all()).as("a second step of %s, and the same step taken first", layer()).isEqualTo(alone.all());
            }
        }
    }

    @Test
    default void equalSeedsGiveEqualResultsAndInferenceNeedsNone() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                assertThat(trained(ops, 1)).as("%s twice with one seed", layer()).isEqualTo(trained(ops, 1));
                Parameters parameters = LayerRun.parameters(layer(), sample());
                assertThat(LayerRun.inference(layer(), batch(3, 7), parameters, ops, 1)).as("%s in inference", layer())
                        .isEqualTo(LayerRun.inference(layer(), batch(3, 7), parameters, ops, 2));
            }
        }
    }

    private List<Tensor> trained(Ops ops, long seed) {
        Parameters parameters = LayerRun.parameters(layer(), sample());
        return LayerRun.training(layer(), batch(3, 7), parameters, ops, seed, hasInputGradient()).all();
    }

    @Test
    default void inInferenceABatchIsItsSamplesOneByOne() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Parameters parameters = LayerRun.parameters(layer(), sample());
                Tensor batch = batch(5, 8);
                Tensor together = LayerRun.inference(layer(), batch, parameters, ops, 1);
                for (int row = 0; row < 5; row++) {
                    Tensor alone = LayerRun.inference(layer(), row(batch, row), parameters, ops, 1);
                    String place = "Sample %d of %s, in a batch".formatted(row, layer());
                    Likeness.check(row(together, row), alone, 1e-5, () -> place);
                }
            }
        }
    }

    @Test
    default void theOutputAloneIsTheOutput() {
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                Parameters parameters = LayerRun.parameters(layer(), sample());
                Tensor alone = layer().output(batch(3, 7), parameters, LayerRun.step(ops, false, 1)).copy();
                ops.reset();
                assertThat(alone).as("%s without the way back", layer())
                        .isEqualTo(LayerRun.inference(layer(), batch(3, 7), parameters, ops, 1));
            }
        }
    }

    private static Tensor row(Tensor batch, int row) {
        Tensor alone = Tensor.zeros(batch.shape().sample().batch(1));
        System.arraycopy(batch.data(), row * batch.columns(), alone.data(), 0, batch.columns());
        return alone;
    }

    @Test
    default void allEnginesAgree() {
        List<List<Tensor>> results = new ArrayList<>();
        for (Engine engine : Engines.here()) {
            try (Ops ops = Ops.openPoisoned(engine)) {
                results.add(trained(ops, 1));
            }
        }
        for (List<Tensor> result : results) {
            for (int i = 0; i < result.size(); i++) {
                Likeness.check(result.get(i), results.getFirst().get(i), 2e-5, () -> "What another engine gives for " + layer());
            }
        }
    }

    @Test
    default void oneLayerServesSeveralThreads() throws InterruptedException, ExecutionException {
        Layer shared = layer();
        Engine engine = Engines.here().getFirst();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Tensor>>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(() -> trainedBy(shared, engine)));
            }
            List<Tensor> expected = trainedBy(shared, engine);
            for (Future<List<Tensor>> result : results) {
                assertThat(result.get()).as("%s on another thread", shared).isEqualTo(expected);
            }
        }
    }

    private List<Tensor> trainedBy(Layer layer, Engine engine) {
        List<Tensor> results = new ArrayList<>();
        try (Ops ops = Ops.openPoisoned(engine)) {
            for (int i = 0; i < 20; i++) {
                Parameters parameters = LayerRun.parameters(layer, sample());
                results.addAll(LayerRun.training(layer, batch(3, i), parameters, ops, i, hasInputGradient()).all());
            }
        }
        return results;
    }
}
