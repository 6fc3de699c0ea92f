package dev.cortado.evaluation;

import dev.cortado.data.Dataset;
import dev.cortado.data.Split;
import dev.cortado.data.Subset;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// A data set in k parts of equal sizes, give or take one, each set aside once while the others are learned from.
///
/// @param splits for each part, the others and itself
public record Folds(List<Split> splits) {
    /// Folds.
    public Folds {
        splits = List.copyOf(splits);
    }

    /// Folds that are [#stratified] where targets are classes, and [#random] elsewhere.
    ///
    /// @param count k, from 2 to the number of samples
    /// @param seed equal seeds give equal folds
    public static Folds of(Dataset data, int count, long seed) {
        return data.classes().isEmpty() ? random(data, count, seed) : stratified(data, count, seed);
    }

    /// Folds in which every sample has the same chance.
    ///
    /// @throws IllegalArgumentException if there are fewer than two folds, or more than samples
    public static Folds random(Dataset data, int count, long seed) {
        return deal(data, count, shuffled(data, seed));
    }

    /// Folds each of which has every class as often as any other, give or take one.
    ///
    /// @throws IllegalArgumentException if there are fewer than two folds, or more than samples
    public static Folds stratified(Dataset data, int count, long seed) {
        int[] classes = IntStream.range(0, data.size()).map(sample -> classOf(data, sample)).toArray();
        int[] order = Arrays.stream(shuffled(data, seed)).boxed().sorted(Comparator.comparingInt(sample -> classes[sample]))
                .mapToInt(Integer::intValue).toArray();
        return deal(data, count, order);
    }

    private static int classOf(Dataset data, int sample) {
        Tensor input = Tensor.zeros(data.inputShape().batch(1));
        Tensor target = Tensor.zeros(data.targetShape().batch(1));
        data.draw(new int[] {sample}, 0, 1, input, target);
        return Accuracy.decision(target.reshape(Shape.of(1, target.elements())), 0);
    }

    private static int[] shuffled(Dataset data, long seed) {
        int[] order = IntStream.range(0, data.size()).toArray();
        Randomness.seed(seed).at("folds").shuffle(order);
        return order;
    }

    /// Gives the samples of an order to the folds in turn.
    private static Folds deal(Dataset data, int count, int[] order) {
        if (count < 2 || count > order.length) {
            throw new IllegalArgumentException("%d samples cannot be cut into %d folds: there are from 2 folds to one for each sample"
                    .formatted(order.length, count));
        }
        return new Folds(IntStream.range(0, count).mapToObj(fold -> new Split(
                Subset.of(data, dealt(order, place -> place % count != fold)),
                Subset.of(data, dealt(order, place -> place % count == fold)))).toList());
    }

    private static int[] dealt(int[] order, IntPredicate places) {
        return IntStream.range(0, order.length).filter(places).map(place -> order[place]).sorted().toArray();
    }
}
