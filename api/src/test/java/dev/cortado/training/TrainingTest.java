package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Plain;
import dev.cortado.evaluation.Score;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Penalty;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final Tensor POINTS = Tensor.of(Shape.of(4, 2), 0, 0, 0, 1, 1, 0, 1, 1);
    private static final TensorDataset XOR = TensorDataset.of(POINTS, Tensor.of(Shape.of(4, 1), 0, 1, 1, 0));
    private static final TensorDataset AND = TensorDataset.of(POINTS, Tensor.of(Shape.of(4, 1), 0, 0, 0, 1));

    private static Network mlp(long seed) {
        return Network.input(2).layers("dense(4, tanh)", "dense(1)")
                .loss("binary_cross_entropy").optimizer("adam(0.05)").build(seed);
    }

    private static Network perceptron(long seed) {
        return Network.input(2).layers("dense(1)").loss("perceptron").optimizer("sgd(0.1)").build(seed);
    }

    private static Training on(Network network, TensorDataset data) {
        return Training.of(network).data(data).batchSize(4).seed(1).engine(new Plain());
    }

    private static Score validation(TrainingEvent.EpochDone epoch) {
        return Objects.requireNonNull(epoch.validation());
    }

    @Test
    void aHiddenLayerLearnsXor() {
        Network network = mlp(1);
        on(network, XOR).epochs(500).run();
        float[] output = network.predict(POINTS).data();
        assertThat(output[0]).isLessThan(0.1f);
        assertThat(output[1]).isGreaterThan(0.9f);
        assertThat(output[2]).isGreaterThan(0.9f);
        assertThat(output[3]).isLessThan(0.1f);
        network.close();
    }

    @Test
    void aPerceptronLearnsAndButNeverXor() {
        for (int seed = 1; seed <= 20; seed++) {
            var and = on(perceptron(seed), AND).batchSize(1).epochs(100).validation(AND).run();
            assertThat(validation(and.getLast()).accuracy()).isEqualTo(1);
            var xor = on(perceptron(seed), XOR).batchSize(1).epochs(100).validation(XOR).run();
            assertThat(xor).allSatisfy(epoch -> assertThat(validation(epoch).accuracy()).isLessThanOrEqualTo(0.75));
        }
    }

    @Test
    void equalSeedsGiveEqualWeightsAndOtherSeedsOthers() {
        assertThat(weightsAfter(1)).isEqualTo(weightsAfter(1)).isNotEqualTo(weightsAfter(2));
    }

    private static List<Tensor> weightsAfter(long seed) {
        Network network = mlp(3);
        on(network, XOR).batchSize(1).seed(seed).epochs(20).run();
        return network.parameters().list().stream().map(Parameter::value).toList();
    }

    @Test
    void everyEpochTakesEverySampleOnceAndTheLastBatchIsShort() {
        List<Integer> batches = new ArrayList<>();
        on(mlp(1), XOR).batchSize(3).epochs(2).listener(event -> {
            if (event instanceof TrainingEvent.StepDone step) {
                batches.add(step.samples());
            }
        }).run();
        assertThat(batches).containsExactly(3, 1, 3, 1);
    }

    @Test
    void listenersAreToldInOrder() {
        List<String> told = new ArrayList<>();
        on(mlp(1), XOR).batchSize(2).listener(event -> told.add(event.getClass().getSimpleName())).run();
        assertThat(told).containsExactly("Started", "StepDone", "StepDone", "EpochDone", "Finished");
    }

    @Test
    void theValidationScoreIsThatOfTheTrainedNetwork() {
        Network network = mlp(1);
        var last = on(network, XOR).epochs(500).validation(XOR).run().getLast();
        assertThat(validation(last).accuracy()).isEqualTo(1);
        assertThat(validation(last).loss()).isLessThan(last.training().loss());
    }

    @Test
    void aDivergedTrainingStopsBeforeItSpoilsTheWeights() {
        Network network = Network.input(1).layers("dense(1)").optimizer("sgd(1e30)").build(1);
        TensorDataset line = TensorDataset.of(Tensor.of(Shape.of(2, 1), 1, 2), Tensor.of(Shape.of(2, 1), 2, 4));
        assertThatThrownBy(() -> Training.of(network).data(line).epochs(50).engine(new Plain()).run())
                .isInstanceOf(DivergedException.class).hasMessageContaining("step").hasMessageContaining("learning rate");
        assertThat(network.parameters()).allSatisfy(parameter -> assertThat(parameter.value().data()[0]).isFinite());
    }

    @Test
    void aFrozenLayerStaysAsItIs() {
        Network network = mlp(1);
        Parameter weight = network.parameters().get("0.weight");
        weight.freeze(true);
        Tensor before = weight.value().copy();
        Tensor other = network.parameters().value("1.weight").copy();
        on(network, XOR).epochs(3).run();
        assertThat(weight.value()).isEqualTo(before);
        assertThat(network.parameters().value("1.weight")).isNotEqualTo(other);
    }

    @Test
    void aWeightIsFrozenWithoutItsBiasAndABiasWithoutItsWeight() {
        for (String frozen : List.of("0.weight", "0.bias")) {
            Network network = mlp(1);
            network.parameters().get(frozen).freeze(true);
            Tensor weight = network.parameters().value("0.weight").copy();
            Tensor bias = network.parameters().value("0.bias").copy();
            on(network, XOR).epochs(3).run();
            assertThat(network.parameters().value("0.weight").equals(weight)).isEqualTo(frozen.equals("0.weight"));
            assertThat(network.parameters().value("0.bias").equals(bias)).isEqualTo(frozen.equals("0.bias"));
        }
    }

    @Test
    void aLearningRateOfZeroChangesNothingAndIsTakenAtTheNextStep() {
        Network network = mlp(1);
        try (TrainingRun run = on(network, XOR).epochs(2).start()) {
            run.learningRate(0);
            Tensor before = network.parameters().value("0.weight").copy();
            run.step();
            assertThat(network.parameters().value("0.weight")).isEqualTo(before);
            run.learningRate(0.1);
            run.step();
            assertThat(network.parameters().value("0.weight")).isNotEqualTo(before);
            assertThat(run.step()).isFalse();
        }
    }

    @Test
    void dataThatDoesNotFitIsRefusedWithBothShapes() {
        TensorDataset wide = TensorDataset.of(Tensor.zeros(Shape.of(4, 3)), Tensor.zeros(Shape.of(4, 1)));
        assertThatThrownBy(() -> Training.of(mlp(1)).data(wide))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[3]").hasMessageContaining("[2]");
        TensorDataset empty = TensorDataset.of(Tensor.zeros(Shape.of(0, 2)), Tensor.zeros(Shape.of(0, 1)));
        assertThatThrownBy(() -> Training.of(mlp(1)).data(empty)).hasMessageContaining("0 samples");
        assertThatThrownBy(() -> Training.of(mlp(1)).batchSize(0)).hasMessageContaining("at least 1, not 0");
        assertThatThrownBy(() -> Training.of(mlp(1)).engine(new Plain()).start()).hasMessageContaining("data");
    }

    @Test
    void withoutLinkAndClassesThereIsNoAccuracy() {
        Network network = Network.input(2).layers("dense(1)").build(1);
        assertThat(on(network, XOR).run().getLast().training().accuracy()).isNaN();
        var named = on(network, XOR.withClasses("0", "1")).run().getLast();
        assertThat(named.training().accuracy()).isBetween(0.0, 1.0);
    }

    @Test
    void accumulatedBatchesGiveTheStepOfOneLargeBatch() {
        Network small = Samples.mlp(2);
        Network large = Samples.mlp(2);
        var steps = on(small, XOR).batchSize(1).accumulate(3).epochs(5).run();
        on(large, XOR).batchSize(3).epochs(5).run();
        for (int i = 0; i < 4; i++) {
            assertThat(Samples.values(small).get(i).data()).containsExactly(Samples.values(large).get(i).data(), within(1e-6f));
        }
        assertThat(steps).hasSize(5);
        assertThatThrownBy(() -> Training.of(small).accumulate(0)).hasMessageContaining("at least 1, not 0");
    }

    @Test
    void aBatchLargerThanTheDataIsAllOfIt() {
        List<Integer> batches = new ArrayList<>();
        on(mlp(1), XOR).batchSize(Integer.MAX_VALUE).accumulate(Integer.MAX_VALUE).epochs(2).listener(event -> {
            if (event instanceof TrainingEvent.StepDone step) {
                batches.add(step.samples());
            }
        }).run();
        assertThat(batches).containsExactly(4, 4);
    }

    @Test
    void theScheduleSetsTheRateOfEveryStep() {
        List<Double> rates = new ArrayList<>();
        on(mlp(1), XOR).batchSize(2).epochs(3).schedule("step(1, gamma=0.5, per=epoch)").listener(event -> {
            if (event instanceof TrainingEvent.StepDone step) {
                rates.add(step.learningRate());
            }
        }).run();
        assertThat(rates).containsExactly(0.05, 0.05, 0.025, 0.025, 0.0125, 0.0125);
    }

    @Test
    void aScheduleThatGivesUpEndsTheTraining() {
        try (TrainingRun run = on(mlp(1), XOR).epochs(500).schedule("adaptive(patience=1, minimum_change=100)").start()) {
            assertThat(run.run()).hasSizeLessThan(100);
            assertThat(run.ending()).contains(TrainingEvent.Ending.SCHEDULE_EXHAUSTED);
        }
    }

    @Test
    void constraintsHoldAfterEveryStepForTheParametersTheyName() {
        Network network = mlp(1);
        on(network, XOR).epochs(100).constraint("0.*", "non_negative").run();
        assertThat(smallest(network, "0.weight")).isNotNegative();
        assertThat(smallest(network, "1.weight")).isNegative();
        assertThatThrownBy(() -> Training.of(network).constraint("2.*", "non_negative"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'2.*'").hasMessageContaining("0.weight");
    }

    private static float smallest(Network network, String parameter) {
        float smallest = Float.POSITIVE_INFINITY;
        for (float value : network.parameters().value(parameter).data()) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    @Test
    void aPartOfTheDataIsHeldBackForValidation() {
        var data = Samples.clouds(30, 1);
        List<TrainingEvent> told = new ArrayList<>();
        var epochs = Training.of(Samples.classifier("adam")).data(data).batchSize(7).validation(0.3).engine(new Plain())
                .listener(told::add).run();
        assertThat(told.getFirst()).isEqualTo(new TrainingEvent.Started(21, 3, 1, 0));
        assertThat(validation(epochs.getFirst()).accuracy()).isBetween(0.0, 1.0);
    }

    @Test
    void aPenaltyIsPartOfTheLossAndMakesWeightsSmaller() {
        Network free = mlp(1);
        Network charged = mlp(1);
        double expected = on(mlp(1), XOR).run().getFirst().training().loss() + 0.05 * squares(charged);
        assertThat(on(charged, XOR).penalty(Penalty.l2(0.1)).run().getFirst().training().loss()).isCloseTo(expected, within(1e-6));
        on(free, XOR).epochs(100).run();
        on(charged, XOR).epochs(100).penalty(Penalty.l2(0.1)).run();
        assertThat(squares(charged)).isLessThan(squares(free));
        assertThatThrownBy(() -> Training.of(free).penalty(Penalty.l1(1).on("9"))).hasMessageContaining("'9'");
    }

    private static double squares(Network network) {
        double sum = 0;
        for (String name : List.of("0.weight", "1.weight")) {
            for (float weight : network.parameters().value(name).data()) {
                sum += (double) weight * weight;
            }
        }
        return sum;
    }

    @Test
    void aClippedStepIsNoLongerThanItsRate() {
        Network network = Network.input(2).layers("dense(4, tanh)", "dense(1)").optimizer("sgd(1)").build(1);
        List<Tensor> before = Samples.values(network);
        on(network, XOR).clipNorm(0.001).run();
        double moved = 0;
        for (int i = 0; i < before.size(); i++) {
            for (int k = 0; k < before.get(i).elements(); k++) {
                moved += Math.pow((double) Samples.values(network).get(i).data()[k] - before.get(i).data()[k], 2);
            }
        }
        assertThat(Math.sqrt(moved)).isCloseTo(0.001, within(1e-6));
        assertThatThrownBy(() -> Training.of(network).clipValue(0)).hasMessageContaining("above 0");
    }
}
