package dev.cortado.engine.vector.product;

import java.util.Arrays;

/// The numbers 0, 1, 2 and so on, for those who are asked which steps of k they take, and take all.
final class AllSteps {
    private int[] numbers = {};
    private int[] counts = {};

    /// At least so many.
    int[] atLeast(int k) {
        if (numbers.length < k) {
            numbers = new int[k];
            Arrays.setAll(numbers, step -> step);
        }
        return numbers;
    }

    /// So many times k.
    int[] counts(int panels, int k) {
        if (counts.length < panels) {
            counts = new int[panels];
        }
        Arrays.fill(counts, 0, panels, k);
        return counts;
    }
}
