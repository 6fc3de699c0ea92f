package dev.cortado.data;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// Chosen samples of a data set, in a chosen order; nothing is copied.
public final class Subset implements Dataset {
    private final Dataset whole;
    private final int[] chosen;

    private Subset(Dataset whole, int[] chosen) {
        this.whole = whole;
        this.chosen = chosen;
    }

    /// These samples of a data set. One may be chosen several times.
    ///
    /// @param samples numbers of samples, each from 0 to the data set's size − 1
    /// @throws IllegalArgumentException if there is no such sample
    public static Subset of(Dataset whole, int... samples) {
        for (int sample : samples) {
            if (sample < 0 || sample >= whole.size()) {
                throw new IllegalArgumentException(
                        "There is no sample %d: the data set has %d, counted from 0".formatted(sample, whole.size()));
            }
        }
        return new Subset(whole, samples.clone());
    }

    /// What the samples are chosen from.
    public Dataset whole() {
        return whole;
    }

    /// The numbers of the chosen samples in the [#whole].
    public int[] samples() {
        return chosen.clone();
    }

    @Override
    public int size() {
        return chosen.length;
    }

    @Override
    public Shape inputShape() {
        return whole.inputShape();
    }

    @Override
    public Shape targetShape() {
        return whole.targetShape();
    }

    @Override
    public boolean weighted() {
        return whole.weighted();
    }

    @Override
    public float weight(int sample) {
        return whole.weight(chosen[sample]);
    }

    @Override
    public List<String> classes() {
        return whole.classes();
    }

    @Override
    public void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets) {
        draw(samples, from, to, inputs, targets, 0);
    }

    @Override
    public void draw(int[] samples, int from, int to, Tensor inputs, Tensor targets, int row) {
        int[] there = new int[to - from];
        for (int i = from; i < to; i++) {
            there[i - from] = chosen[samples[i]];
        }
        whole.draw(there, 0, there.length, inputs, targets, row);
    }
}
