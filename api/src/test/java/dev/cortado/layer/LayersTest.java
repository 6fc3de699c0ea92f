package dev.cortado.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cortado.data.TensorDataset;
import dev.cortado.engine.Ops;
import dev.cortado.engine.Plain;
import dev.cortado.network.Network;
import dev.cortado.plugin.PluginException;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import dev.cortado.training.Training;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final Plugins PLUGINS = Plugins.load();

    @Test
    void aSingleNeuronBehindAFeatureMapSolvesXor() {
        Tensor points = Tensor.of(Shape.of(4, 2), 0, 0, 0, 1, 1, 0, 1, 1);
        Tensor wanted = Tensor.of(Shape.of(4, 1), 0, 1, 1, 0);
        try (Network network = Network.input(2).layers("feature_map([x1, x2, x1*x2])", "dense(1)").loss("binary_cross_entropy")
                .optimizer("adam(0.1)").build(1)) {
            Training.of(network).data(TensorDataset.of(points, wanted)).batchSize(4).seed(1).engine(new Plain()).epochs(500).run();
            for (int i = 0; i < 4; i++) {
                assertThat(network.predict(points).data()[i]).isCloseTo(wanted.data()[i], within(0.1f));
            }
        }
    }

    @Test
    void monomialsAreReadAndWritten() {
        assertThat(Monomial.valueOf("x3*x1^2*x3")).isEqualTo(new Monomial(List.of(new Monomial.Factor(1, 2), new Monomial.Factor(3, 2)))).hasToString("x1^2*x3^2");
        assertThat(Plugins.text(FeatureMap.of("x1", "x2^2*x1"))).isEqualTo("feature_map([x1, x1*x2^2])");
        assertThat(PLUGINS.get(Layer.class, "feature_map([x2, x1^2])")).isEqualTo(FeatureMap.of("x2", "x1^2"));
    }

    @Test
    void whatIsNoMonomialIsRefused() {
        for (String text : List.of("", "x0", "y1", "x1*", "x1^0", "x1+x2", "x99999999", "x1^99", "2*x1")) {
            assertThatThrownBy(() -> Monomial.valueOf(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Monomial.valueOf("x1^60*x1^60")).hasMessageContaining("120");
        assertThatThrownBy(() -> Monomial.valueOf("x1048577")).hasMessageContaining("x1048577").hasMessageContaining("x1048576");
        assertThatThrownBy(() -> new Monomial(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Monomial(List.of(new Monomial.Factor(2, 1), new Monomial.Factor(2, 1)))).hasMessageContaining("[x2, x2]");
        assertThatThrownBy(() -> PLUGINS.get(Layer.class, "feature_map")).isInstanceOf(PluginException.class).hasMessageContaining("features");
        assertThatThrownBy(() -> FeatureMap.of("x3").outputShape(Shape.of(2))).hasMessageContaining("x3").hasMessageContaining("x2");
    }

    /// Powers of all numbers up to the last were kept once: 25 GB for these.
    @Test
    void manyFeaturesOfFarNumbersAreRefusedAndNotKeptOneByOne() {
        String text = "feature_map([%s])".formatted(String.join(", ", Collections.nCopies(6000, "x1048576")));
        Layer layer = PLUGINS.get(Layer.class, text);
        assertThatThrownBy(() -> layer.outputShape(Shape.of(2))).hasMessageContaining("needs x1048576").hasMessageContaining("ends with x2");
    }

    @Test
    void parametersInsideAResidualAreNamedByTheirPath() {
        Network network = Network.input(4).layers("dense(3)", "flatten",
                "residual([dense(5, tanh), residual([dense(5)]), dense(3)])").build(1);
        assertThat(network.parameters().list()).extracting(Parameter::name).containsExactly("0.weight", "0.bias",
                "2.layers.0.weight", "2.layers.0.bias", "2.layers.1.layers.0.weight", "2.layers.1.layers.0.bias",
                "2.layers.2.weight", "2.layers.2.bias");
    }

    @Test
    void aResidualTellsWhatDoesNotFit() {
        assertThatThrownBy(() -> Network.input(4).layers("residual([dense(3)])").build(1))
                .hasMessageContaining("Layer 0 (residual)").hasMessageContaining("[3]").hasMessageContaining("[4]");
        assertThatThrownBy(() -> Network.input(4).layers("residual([reshape([2, 2]), dense(3)])").build(1))
                .hasMessageContaining("its layer 1 (dense)");
    }

    @Test
    void twoDropoutsInOneResidualDropDifferently() {
        Tensor ones = Tensor.zeros(Shape.of(1, 100));
        ones.fill(1);
        try (Ops ops = Ops.open(new Plain())) {
            Residual residual = new Residual(new Dropout(0.5), new Dropout(0.5));
            Tensor output = residual.forward(ones, Parameters.of(List.of()), new Step(ops, true, Randomness.seed(1))).output();
            assertThat(output.data()).as("1 + 0 or 1 + 1·2·2; with one mask twice, about half are kept").containsOnly(1, 5);
            int kept = 0;
            for (float value : output.data()) {
                kept += value == 5 ? 1 : 0;
            }
            assertThat(kept).isBetween(10, 40);
        }
    }

    @Test
    void anEmbeddingTakesOnlyWholeNumbersOfItsVocabulary() {
        try (Network network = Network.input(2).layers("embedding(5, 3)", "flatten", "dense(1)").build(1)) {
            assertThatThrownBy(() -> network.logits(Tensor.of(Shape.of(2, 2), 0, 1, 4, 5)))
                    .hasMessageContaining("0 to 4").hasMessageContaining("number 1 of sample 1 is 5.0");
            for (double bad : new double[] {-1, 0.5, Double.NaN, 1e20}) {
                assertThatThrownBy(() -> network.logits(Tensor.of(Shape.of(1, 2), 0, bad))).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void aFrozenBatchNormUsesItsRunningStatisticsAndLeavesThem() {
        try (Network network = Network.input(1).layers("batch_norm", "dense(1)").build(1); Ops ops = Ops.open(new Plain())) {
            network.parameters().get("0.gamma").freeze(true);
            network.parameters().get("0.beta").freeze(true);
            Tensor batch = Tensor.of(Shape.of(2, 1), 10, 20);
            network.parameters().value("1.weight").fill(1);
            Tensor output = network.forward(batch, new Step(ops, true, Randomness.seed(1))).output();
            assertThat(output.data()[0]).isCloseTo(10, within(1e-3f));
            assertThat(network.parameters().value("0.running_mean").data()).containsExactly(0);
        }
    }

    /// The samples are 4096 and the next float32s but one and but three: their mean is none, and what is left of them is small.
    @Test
    void aBatchNormIsAsExactFarFromZero() {
        Tensor input = Tensor.of(Shape.of(3, 1), 4096, 4096 + 1.0 / 2048, 4096 + 3.0 / 2048);
        Parameters parameters = Parameters.of(new BatchNorm().weights(Shape.of(1)).stream()
                .map(weight -> new Parameter(weight.name(), weight.role(), Tensor.of(Shape.of(1), weight.name().equals("beta") ? 0 : 1))).toList());
        try (Ops ops = Ops.open(new Plain())) {
            float[] output = new BatchNorm(0.1, 1e-12).forward(input, parameters, new Step(ops, true, Randomness.seed(1))).output().data();
            assertThat(output).containsExactly(new float[] {-1.0690450f, -0.2672612f, 1.3363062f}, within(1e-5f));
        }
    }

    @Test
    void aBatchOfOneSampleLeavesTheRunningVariance() {
        try (Network network = Network.input(1).layers("batch_norm", "dense(1)").build(1); Ops ops = Ops.open(new Plain())) {
            network.forward(Tensor.of(Shape.of(1, 1), 10), new Step(ops, true, Randomness.seed(1)));
            assertThat(network.parameters().value("0.running_mean").data()).containsExactly(1);
            assertThat(network.parameters().value("0.running_variance").data()).containsExactly(1);
        }
    }

    @Test
    void softmaxAtTheEndIsTheLinkOfCrossEntropy() {
        try (Network network = Network.input(2).layers("dense(3)", "softmax").loss("cross_entropy").build(1)) {
            float[] probabilities = network.predict(1, 2);
            assertThat(probabilities[0] + probabilities[1] + probabilities[2]).isCloseTo(1, within(1e-6f));
            assertThat(network.logits(Tensor.of(Shape.of(1, 2), 1, 2)).data()).isNotEqualTo(probabilities);
        }
    }
}
