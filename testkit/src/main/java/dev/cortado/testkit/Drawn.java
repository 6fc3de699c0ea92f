package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.data.Dataset;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// A data set, drawn from.
///
/// @param what for messages
record Drawn(String what, Dataset dataset) {

    /// Numbers of samples in no order, among them the first, the last and one twice.
    int[] some(int count) {
        int[] samples = new int[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (int) (dataset.size() * Randomness.seed(1).uniform(i, 0, 1));
        }
        samples[1] = dataset.size() - 1;
        samples[2] = 0;
        samples[3] = samples[0];
        return samples;
    }

    /// Inputs and targets, written over NaN.
    List<Tensor> batch(int... samples) {
        return batch(samples, 0, samples.length);
    }

    List<Tensor> batch(int[] samples, int from, int to) {
        Tensor inputs = Sample.poison(dataset.inputShape().batch(to - from));
        Tensor targets = Sample.poison(dataset.targetShape().batch(to - from));
        dataset.draw(samples, from, to, inputs, targets);
        return List.of(inputs, targets);
    }

    /// Fails unless targets are a single 1 among zeros, or in one column 0 or 1.
    void checkOneHot() {
        Tensor targets = batch(some(64)).getLast();
        for (int row = 0; row < targets.rows(); row++) {
            float sum = 0;
            for (float value : Targets.rows(targets, row).data()) {
                assertThat(value).as("a target of %s", what).isIn(0f, 1f);
                sum += value;
            }
            assertThat(sum == 1 || targets.columns() == 1).as("a target of %s has %s ones", what, sum).isTrue();
        }
    }
}
