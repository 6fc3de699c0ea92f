package dev.cortado.dashboard.data;

import dev.cortado.data.Dataset;
import dev.cortado.data.DatasetProvider;
import dev.cortado.data.TensorDataset;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// Small pictures of three classes: a bright row at the top, in the middle or at the bottom, in a haze of noise.
public record Stripes() implements DatasetProvider {
    private static final int SIZE = 3;

    @Override
    public Dataset training() {
        return pictures(600, Randomness.seed(1));
    }

    /// More than a thousand, so that they are judged at the ends of epochs alone.
    @Override
    public Dataset test() {
        return pictures(1200, Randomness.seed(2));
    }

    private static Dataset pictures(int count, Randomness randomness) {
        Tensor inputs = Tensor.zeros(Shape.of(count, 1, SIZE, SIZE));
        Tensor targets = Tensor.zeros(Shape.of(count, SIZE));
        for (int picture = 0; picture < count; picture++) {
            int row = picture % SIZE;
            targets.data()[picture * SIZE + row] = 1;
            for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
                int place = picture * SIZE * SIZE + pixel;
                float haze = 0.6f * randomness.uniform(place);
                inputs.data()[place] = pixel / SIZE == row ? haze + 0.4f : haze;
            }
        }
        return TensorDataset.of(inputs, targets).withClasses("top", "middle", "bottom");
    }
}
