package dev.cortado.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cortado.data.Dataset;
import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Ops;
import dev.cortado.initializer.Zeros;
import dev.cortado.layer.Layer;
import dev.cortado.layer.Pass;
import dev.cortado.layer.Step;
import dev.cortado.layer.Weight;
import dev.cortado.network.Network;
import dev.cortado.optimizer.Penalty;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A loss or gradient that is not finite stops a training and is found.
class DivergenceTest {
    private static DivergedException diverged(Network network, Dataset data, int epochs) {
        return catchThrowableOfType(DivergedException.class,
                () -> Training.of(network, data).epochs(epochs).seed(1).engine(Samples.ENGINE).run());
    }

    private static TensorDataset line(double... numbers) {
        return TensorDataset.of(Tensor.of(Shape.of(2, 1), numbers[0], numbers[1]), Tensor.of(Shape.of(2, 1), numbers[2], numbers[3]));
    }

    @Test
    void aStepTooLongIsNamedWithLayerAndParameterAndLeavesFiniteWeights() {
        Network network = Network.input(1).layers("dense(2, tanh)", "dense(1)").optimizer("sgd(1e30)").build(1);
        DivergedException found = diverged(network, line(1, 2, 2, 4), 50);
        assertThat(found).hasMessageStartingWith("Step 2: the loss is Infinity").hasMessageContaining("smaller learning rate");
        assertThat(found.step()).isEqualTo(2);
        assertThat(found.layer()).contains("1 (dense)");
        assertThat(found.parameter()).hasValueSatisfying(name -> assertThat(name).startsWith("1."));
        assertThat(network.parameters()).allSatisfy(each -> assertThat(each.value().isFinite()).isTrue());
    }

    @Test
    void weightsThatAreInfiniteAlreadyGoBackToTheLastGoodOnes() {
        Network network = Network.input(1).layers("dense(1)").optimizer("sgd(3e38)").build(1);
        var before = Samples.values(network);
        DivergedException found = diverged(network, line(10, 20, -200, 400), 50);
        assertThat(found).hasMessageContaining("after step 0").hasMessageContaining("0.weight in layer 0 (dense) is");
        assertThat(Samples.values(network)).isEqualTo(before);
    }

    @Test
    void whatTheVeryLastStepMakesInfiniteIsFoundBeforeItIsKept(@TempDir Path folder) {
        Network network = Network.input(1).layers("dense(1)").optimizer("sgd(3e38)").build(1);
        var before = Samples.values(network);
        Path file = folder.resolve("run.safetensors");
        List<TrainingEvent> told = new ArrayList<>();
        Training training = Training.of(network, line(10, 20, -200, 400)).epochs(1).engine(Samples.ENGINE).checkpoint(file).listener(told::add);
        DivergedException found = catchThrowableOfType(DivergedException.class, training::run);
        assertThat(found).hasMessageContaining("Step 1: 0.weight in layer 0 (dense) is").hasMessageContaining("after it");
        assertThat(Samples.values(network)).isEqualTo(before);
        assertThat(file).doesNotExist();
        assertThat(told).last().isEqualTo(new TrainingEvent.Failed(1, found));
    }

    /// Counts in a buffer, up to infinity with the first batch.
    record Counter() implements Layer {
        @Override
        public Shape outputShape(Shape input) {
            return input;
        }

        @Override
        public List<Weight> weights(Shape input) {
            return List.of(new Weight("count", Shape.of(1), Parameter.Role.BUFFER, new Zeros(), 1, 1));
        }

        @Override
        public Pass forward(Tensor input, Parameters parameters, Step step) {
            if (step.training()) {
                parameters.value("count").fill(Float.POSITIVE_INFINITY);
            }
            return new Pass(input, gradient -> gradient);
        }
    }

    @Test
    void aStepThatIsUndoneIsUndoneWhole() {
        Network network = Network.input(1).layer(new Counter()).layers("dense(1)").build(1);
        var before = Samples.values(network);
        DivergedException found = diverged(network, line(1, 2, 2, 4), 1);
        assertThat(found).hasMessageContaining("0.count in layer 0 (counter) is Infinity").hasMessageContaining("after step 0");
        assertThat(Samples.values(network)).isEqualTo(before);
    }

    @Test
    void aGradientThatAPenaltyMakesInfiniteIsFoundThoughItWasFiniteBefore() {
        Network network = Network.input(1).layers("dense(1)").build(1);
        network.parameters().get("0.weight").value().fill(10);
        Training training = Training.of(network, line(1, 2, 2, 4)).penalty(Penalty.l2(1e38)).engine(Samples.ENGINE);
        DivergedException found = catchThrowableOfType(DivergedException.class, training::run);
        assertThat(found).hasMessageContaining("0.weight").hasMessageContaining("Infinity");
        assertThat(network.parameters().get("0.weight").value().data()).containsOnly(10);
    }

    @Test
    void listenersAreToldOfAFailureThoughOneOfThemFails() {
        Network network = Network.input(1).layers("dense(1)").build(1);
        List<TrainingEvent> told = new ArrayList<>();
        IllegalStateException grumble = new IllegalStateException("grumble");
        Training training = Training.of(network, line(1, Double.NaN, 1, 1)).engine(Samples.ENGINE).listener(event -> {
            if (event instanceof TrainingEvent.Failed) {
                throw grumble;
            }
        }).listener(told::add);
        DivergedException found = catchThrowableOfType(DivergedException.class, training::run);
        assertThat(told.getLast()).isEqualTo(new TrainingEvent.Failed(0, found));
        assertThat(found).hasSuppressedException(grumble);
    }

    @Test
    void aListenerThatFailsIsAFailureToo() {
        List<TrainingEvent> told = new ArrayList<>();
        IllegalStateException grumble = new IllegalStateException("grumble");
        Training training = Training.of(Samples.mlp(1), Samples.XOR).engine(Samples.ENGINE).listener(told::add).listener(_ -> {
            throw grumble;
        });
        assertThatThrownBy(training::run).isSameAs(grumble).hasNoSuppressedExceptions();
        assertThat(told.getLast()).isEqualTo(new TrainingEvent.Failed(0, grumble));
    }

    @Test
    void aSampleThatIsNotANumberIsNamed() {
        Network network = Network.input(1).layers("dense(1)").build(1);
        assertThat(diverged(network, line(1, Double.NaN, 1, 1), 1)).hasMessageContaining("sample 1 of the data has NaN among its inputs");
        assertThat(diverged(network, line(1, 1, Double.POSITIVE_INFINITY, 1), 1))
                .hasMessageContaining("sample 0").hasMessageContaining("Infinity among its targets");
    }

    /// No learning rate makes anything of a sample that is not a number.
    @Test
    void theAdviceIsThatOfTheCause() {
        Network network = Network.input(1).layers("dense(1)").build(1);
        assertThat(diverged(network, line(1, Double.NaN, 1, 1), 1))
                .hasMessageEndingWith("The network has the parameters after step 0; the data have to be cleaned");
        Network rash = Network.input(1).layers("dense(1)").optimizer("sgd(1e30)").build(1);
        assertThat(diverged(rash, line(1, 2, 2, 4), 50)).hasMessageEndingWith("; a smaller learning rate or clipping the gradient may help");
    }

    /// A stranger's data set, whose last sample has this weight.
    record Weighing(TensorDataset line, float weight) implements Dataset {
        @Override
        public int size() {
            return line.size();
        }

        @Override
        public Shape inputShape() {
            return line.inputShape();
        }

        @Override
        public Shape targetShape() {
            return line.targetShape();
        }

        @Override
        public void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets) {
            line.draw(samples, from, to, inputs, targets);
        }

        @Override
        public boolean weighted() {
            return true;
        }

        @Override
        public float weight(int sample) {
            return sample == size() - 1 ? weight : 1;
        }
    }

    @Test
    void aWeightThatIsInfiniteIsNamed() {
        Network network = Network.input(1).layers("dense(1)").build(1);
        DivergedException found = diverged(network, new Weighing(line(1, 2, 2, 4), Float.POSITIVE_INFINITY), 1);
        assertThat(found).hasMessageContaining("because sample 1 of the data has the weight Infinity")
                .hasMessageEndingWith("the data have to be cleaned");
        assertThat(found.layer()).isEmpty();
    }

    /// Gives what it is given, and back a gradient that is not a number.
    record Leak() implements Layer {
        @Override
        public Shape outputShape(Shape input) {
            return input;
        }

        @Override
        public Pass forward(Tensor input, Parameters parameters, Step step) {
            Ops ops = step.ops();
            return new Pass(input, gradient -> {
                Tensor bad = ops.zeros(gradient.shape());
                bad.fill(Float.NaN);
                return bad;
            });
        }
    }

    @Test
    void aGradientThatIsNotANumberIsNamedAndNothingIsChanged() {
        Network network = Network.input(1).layers("dense(3)").layer(new Leak()).layers("dense(1)").build(1);
        var before = Samples.values(network);
        DivergedException found = diverged(network, line(1, 2, 2, 4), 1);
        assertThat(found).hasMessageStartingWith("Step 1: the gradient of 0.weight in layer 0 (dense) is NaN");
        assertThat(found.parameter()).contains("0.weight");
        assertThat(Samples.values(network)).isEqualTo(before);
    }

    @Test
    void whatIsNotFiniteIsFoundWhereverItIs() {
        for (int length : new int[] {1, 7, 8, 9, 127, 1000}) {
            for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                Tensor tensor = Tensor.zeros(Shape.of(length));
                assertThat(tensor.isFinite()).isTrue();
                tensor.data()[length - 1] = bad;
                assertThat(tensor.isFinite()).as("%s in %d", bad, length).isFalse();
                tensor.data()[length - 1] = -Float.MAX_VALUE;
                assertThat(tensor.isFinite()).isTrue();
            }
        }
    }

    @Test
    void noNetworkIsTrainedOnNothing() {
        assertThatThrownBy(() -> Training.of(Samples.mlp(1)).validation(
                TensorDataset.of(Tensor.zeros(Shape.of(0, 2)), Tensor.zeros(Shape.of(0, 1))))).hasMessageContaining("0 samples");
    }
}
