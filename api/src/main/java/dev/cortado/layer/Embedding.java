package dev.cortado.layer;

import dev.cortado.initializer.GlorotUniform;
import dev.cortado.initializer.Initializer;
import dev.cortado.plugin.Setting;
import dev.cortado.tensor.Parameter.Role;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Replaces each number of a word, 0 to vocabulary − 1, by a learned vector: samples of [3] become [3, dimension].
///
/// It must be the first layer, since a whole number has no gradient.
///
/// @param vocabulary how many words there are
/// @param dimension how long their vectors are
/// @param initializer what the vectors are at the start
public record Embedding(@Setting(required = true, min = 1) int vocabulary, @Setting(required = true, min = 1) int dimension,
        Initializer initializer) implements Layer {
    /// The prototype; vocabulary and dimension have to be given.
    public Embedding() {
        this(0, 0);
    }

    /// With Glorot's uniform vectors.
    public Embedding(int vocabulary, int dimension) {
        this(vocabulary, dimension, new GlorotUniform());
    }

    @Override
    public Shape outputShape(Shape input) {
        int[] lengths = Arrays.copyOf(input.toArray(), input.rank() + 1);
        lengths[input.rank()] = dimension;
        return Shape.of(lengths);
    }

    @Override
    public List<Weight> weights(Shape input) {
        Shape shape = Shape.of(vocabulary, dimension);
        return List.of(new Weight("weight", shape, Role.WEIGHT, initializer, vocabulary, dimension));
    }

    /// Vectors are only copied.
    @Override
    public long flops(Shape input) {
        return 0;
    }

    @Override
    public Pass forward(Tensor input, Parameters parameters, Step step) {
        Tensor output = step.ops().tensor(outputShape(input.shape()));
        float[] vectors = parameters.value("weight").data();
        for (int i = 0; i < input.elements(); i++) {
            System.arraycopy(vectors, word(input, i) * dimension, output.data(), i * dimension, dimension);
        }
        return new Pass(output, new Back(input, parameters));
    }

    private int word(Tensor input, int i) {
        float number = input.data()[i];
        int word = (int) number;
        if (word != number || word < 0 || word >= vocabulary) {
            throw new IllegalArgumentException("embedding takes whole numbers from 0 to %d, its vocabulary: number %d of sample %d is %s"
                    .formatted(vocabulary - 1, i % input.columns(), i / input.columns(), number));
        }
        return word;
    }

    /// Adds the gradient of each vector to that of its word.
    private final class Back implements Pass.Back {
        private final Tensor input;
        private final Parameters parameters;

        Back(Tensor input, Parameters parameters) {
            this.input = input;
            this.parameters = parameters;
        }

        @Override
        public void addParameterGradients(Tensor outputGradient) {
            float[] sums = parameters.get("weight").gradient().data();
            for (int i = 0; i < input.elements(); i++) {
                int at = word(input, i) * dimension;
                for (int d = 0; d < dimension; d++) {
                    sums[at + d] += outputGradient.data()[i * dimension + d];
                }
            }
        }

        @Override
        public Tensor inputGradient(Tensor outputGradient) {
            throw new IllegalStateException(
                    "embedding takes whole numbers, which have no gradient, but a layer below it is to be trained: put it first");
        }
    }
}
