package dev.cortado.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.network.Network;
import dev.cortado.network.Predictor;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A single sample leaves out its zeros, and nobody can tell.
class SingleSampleTest {
    private static final int INPUTS = 600;
    private final Network network = Network.input(INPUTS).plugins(Plugins.load()).layers("dense(130, relu)", "dense(100, relu)", "dense(10)").loss("cross_entropy").build(1);

    /// The first third is never drawn.
    private static Tensor images(int count) {
        Random random = new Random(3);
        Tensor images = Tensor.zeros(Shape.of(count, INPUTS));
        for (int i = 0; i < images.elements(); i++) {
            images.data()[i] = i % INPUTS >= INPUTS / 3 && random.nextInt(3) == 0 ? random.nextFloat() : 0;
        }
        return images;
    }

    @Test
    void itHasTheBitsOfABatch() {
        Tensor images = images(40);
        try (Predictor predictor = network.predictor(new Vector())) {
            Tensor all = predictor.logits(images);
            for (int i = 0; i < images.rows(); i++) {
                assertThat(predictor.logits(row(images, i)).data()).isEqualTo(row(all, i).data());
            }
        }
    }

    private static Tensor row(Tensor matrix, int row) {
        Tensor result = Tensor.zeros(Shape.of(1, matrix.columns()));
        System.arraycopy(matrix.data(), row * matrix.columns(), result.data(), 0, matrix.columns());
        return result;
    }

    @Test
    void aWeightThatIsNotANumberIsSeenThoughItsPixelIsZero() {
        Tensor image = images(1);
        try (Predictor predictor = network.predictor(new Vector())) {
            assertThat(predictor.logits(image).isFinite()).isTrue();
            Map<String, Tensor> spoiled = new HashMap<>();
            network.parameters().list().forEach(parameter -> spoiled.put(parameter.name(), parameter.value().copy()));
            Tensor weight = network.parameters().value("0.weight").copy();
            weight.data()[7] = Float.NaN;
            spoiled.put("0.weight", weight);
            network.setParameters(spoiled);
            assertThat(predictor.logits(image).isFinite()).isFalse();
        }
    }

    @Test
    void aWeightThatTrainingHasSpoiledIsSeen() {
        Tensor image = images(1);
        try (Predictor predictor = network.predictor(new Vector())) {
            assertThat(predictor.logits(image).isFinite()).isTrue();
            Parameter weight = network.parameters().get("0.weight");
            weight.clearGradient();
            weight.gradient().data()[7] = Float.POSITIVE_INFINITY;
            weight.value().data()[7] -= weight.gradient().data()[7];
            assertThat(predictor.logits(image).isFinite()).isFalse();
        }
    }
}
