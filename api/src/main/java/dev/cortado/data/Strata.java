package dev.cortado.data;

import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The samples of a data set by their classes.
final class Strata {
    private static final int ROWS_AT_ONCE = 256;

    private final int[] classes;
    private final int[] sizes;

    Strata(Dataset data) {
        int columns = data.targetShape().elements();
        this.classes = new int[data.size()];
        this.sizes = new int[Math.max(2, columns)];
        int[] samples = new int[data.size()];
        Arrays.setAll(samples, i -> i);
        for (int from = 0; from < samples.length; from += ROWS_AT_ONCE) {
            int to = Math.min(samples.length, from + ROWS_AT_ONCE);
            Tensor inputs = Tensor.zeros(data.inputShape().batch(to - from));
            Tensor targets = Tensor.zeros(data.targetShape().batch(to - from));
            data.draw(samples, from, to, inputs, targets);
            for (int sample = from; sample < to; sample++) {
                classes[sample] = classOf(targets, sample - from);
                sizes[classes[sample]]++;
            }
        }
    }

    /// The column of the largest number; of a single column, whether it is above ½.
    private static int classOf(Tensor targets, int row) {
        int columns = targets.columns();
        float[] data = targets.data();
        if (columns == 1) {
            return data[row] > 0.5f ? 1 : 0;
        }
        int largest = 0;
        for (int c = 1; c < columns; c++) {
            largest = data[row * columns + c] > data[row * columns + largest] ? c : largest;
        }
        return largest;
    }

    /// All samples in a random order whose first so many have each class by its share.
    int[] order(int held, Randomness randomness) {
        int[] order = new int[classes.length];
        Arrays.setAll(order, i -> i);
        randomness.shuffle(order);
        int[] left = shares(held);
        int[] sorted = new int[order.length];
        int front = 0;
        int back = held;
        for (int sample : order) {
            if (left[classes[sample]]-- > 0) {
                sorted[front++] = sample;
            } else {
                sorted[back++] = sample;
            }
        }
        return sorted;
    }

    /// How many of each class: its share rounded down, and one more for those with the largest remainders.
    private int[] shares(int held) {
        int[] shares = new int[sizes.length];
        int given = 0;
        for (int c = 0; c < sizes.length; c++) {
            shares[c] = (int) ((long) sizes[c] * held / classes.length);
            given += shares[c];
        }
        for (; given < held; given++) {
            shares[neediest(shares, held)]++;
        }
        return shares;
    }

    private int neediest(int[] shares, int held) {
        int neediest = 0;
        for (int c = 1; c < sizes.length; c++) {
            neediest = missing(c, shares, held) > missing(neediest, shares, held) ? c : neediest;
        }
        return neediest;
    }

    private double missing(int c, int[] shares, int held) {
        return (double) sizes[c] * held / classes.length - shares[c];
    }
}
