package dev.cortado.data;

import dev.cortado.tensor.Randomness;
import java.util.Arrays;

/// A data set in two parts: one to learn from, one to be judged by. Each sample is in one of them; both keep the order of the
/// whole.
///
/// ```java
/// Split split = Split.of(samples, 0.2, 1);
/// split.training().size();     // 80 of 100
/// split.validation().size();   // 20
/// ```
///
/// @param training the samples to learn from
/// @param validation the samples to be judged by
public record Split(Subset training, Subset validation) {
    /// A split that is [#stratified] where targets are classes, one-hot or one column of 0 and 1, and [#random] elsewhere.
    ///
    /// @param fraction the part to be judged by, between 0 and 1, both excluded
    /// @param seed equal seeds give equal parts
    public static Split of(Dataset data, double fraction, long seed) {
        return data.classes().isEmpty() ? random(data, fraction, seed) : stratified(data, fraction, seed);
    }

    /// A split in which every sample has the same chance.
    ///
    /// @param fraction the part to be judged by, between 0 and 1, both excluded
    /// @param seed equal seeds give equal parts
    /// @throws IllegalArgumentException if one of the parts would be empty
    public static Split random(Dataset data, double fraction, long seed) {
        int held = held(data, fraction);
        int[] order = new int[data.size()];
        Arrays.setAll(order, i -> i);
        Randomness.seed(seed).at("split").shuffle(order);
        return parts(data, order, held);
    }

    /// A split in which each class has the same share of both parts, as nearly as whole samples can.
    ///
    /// @param fraction the part to be judged by, between 0 and 1, both excluded
    /// @param seed equal seeds give equal parts
    /// @throws IllegalArgumentException if one of the parts would be empty
    public static Split stratified(Dataset data, double fraction, long seed) {
        int held = held(data, fraction);
        return parts(data, new Strata(data).order(held, Randomness.seed(seed).at("split")), held);
    }

    private static int held(Dataset data, double fraction) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException(
                    "The part for validation lies between 0 and 1, both excluded, and is not " + fraction);
        }
        int held = (int) Math.round(data.size() * fraction);
        if (held == 0 || held == data.size()) {
            throw new IllegalArgumentException(
                    "Of %d samples, a part of %s for validation is %d and leaves %d to learn from: both need at least one"
                            .formatted(data.size(), fraction, held, data.size() - held));
        }
        return held;
    }

    /// The first so many of an order for validation, the others for training, each part sorted.
    private static Split parts(Dataset data, int[] order, int held) {
        int[] validation = Arrays.copyOf(order, held);
        int[] training = Arrays.copyOfRange(order, held, order.length);
        Arrays.sort(validation);
        Arrays.sort(training);
        return new Split(Subset.of(data, training), Subset.of(data, validation));
    }
}
