package dev.cortado.training;

import dev.cortado.data.Dataset;
import dev.cortado.tensor.Randomness;
import java.util.Arrays;

/// The order in which samples are learned from: every epoch each once, shuffled by seed and epoch.
final class Batches {
    private final Randomness randomness;
    private final boolean shuffled;
    private final int batchSize;
    final int[] order;

    Batches(Dataset data, int batchSize, long seed, boolean shuffled) {
        this.randomness = Randomness.seed(seed).at("order");
        this.shuffled = shuffled;
        this.batchSize = batchSize;
        this.order = new int[data.size()];
    }

    int perEpoch() {
        return (order.length - 1) / batchSize + 1;
    }

    /// Puts the samples into the order of this epoch.
    void begin(int epoch) {
        Arrays.setAll(order, i -> i);
        if (shuffled) {
            randomness.at(epoch).shuffle(order);
        }
    }

    int from(int batch) {
        return batch * batchSize;
    }

    int to(int batch) {
        return Math.min(order.length, from(batch) + batchSize);
    }
}
