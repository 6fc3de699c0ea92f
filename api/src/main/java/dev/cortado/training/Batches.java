package dev.cortado.training;

import dev.cortado.data.Dataset;
import dev.cortado.data.Subset;
import dev.cortado.tensor.Randomness;
import java.util.Arrays;

/// The order in which samples are learned from: every epoch each once, shuffled by seed and epoch, so many at a step.
final class Batches {
    /// What [#order] counts in: of a subset the whole, so that nothing is looked up when samples are drawn.
    final Dataset data;
    final int[] order;
    private final int[] samples;
    private final Randomness randomness;
    private final boolean shuffled;
    private final int perStep;

    Batches(Dataset data, long perStep, long seed, boolean shuffled) {
        this.data = data instanceof Subset subset ? subset.whole() : data;
        this.samples = data instanceof Subset subset ? subset.samples() : new int[data.size()];
        if (!(data instanceof Subset)) {
            Arrays.setAll(samples, i -> i);
        }
        this.order = samples.clone();
        this.randomness = Randomness.seed(seed).at("order");
        this.shuffled = shuffled;
        this.perStep = (int) Math.min(order.length, perStep);
    }

    int perEpoch() {
        return (order.length - 1) / perStep + 1;
    }

    /// Puts the samples into the order of this epoch.
    void begin(int epoch) {
        System.arraycopy(samples, 0, order, 0, order.length);
        if (shuffled) {
            randomness.at(epoch).shuffle(order);
        }
    }

    /// Where a mini-batch of at most so many samples ends that begins at a place: with its step at the latest.
    int end(int from, int most) {
        return (int) Math.min((long) from + most, to(from / perStep));
    }

    int from(int step) {
        return step * perStep;
    }

    int to(int step) {
        return (int) Math.min(order.length, (long) from(step) + perStep);
    }
}
